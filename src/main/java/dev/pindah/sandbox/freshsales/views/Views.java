package dev.pindah.sandbox.freshsales.views;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.Stage;
import dev.pindah.sandbox.freshsales.views.View.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** The default views (facts, section 1.6). */
final class Views {

  private static final long FIRST_ID = 402_000_005_001L;
  private static final Duration RECENTLY = Duration.ofDays(7);

  private final Account account;
  private final List<View> views = new ArrayList<>();

  Views(Account account) {
    this.account = account;
    contacts();
    leads();
    accounts();
    deals();
  }

  /** What a user sees in the list of views. */
  List<View> of(Kind kind) {
    boolean classic = account.behaviours().is("deal-views", "classic");
    return views.stream()
        .filter(view -> view.kind() == kind)
        .filter(view -> !(classic && view.name().equals("All Deals")))
        .toList();
  }

  Optional<View> find(Kind kind, long id) {
    return of(kind).stream().filter(view -> view.id() == id).findFirst();
  }

  private void contacts() {
    add(Kind.CONTACT, "My Contacts", Scope.SOME, this::isMine);
    add(Kind.CONTACT, "New Contacts", Scope.SOME, row -> isRecent(row, "created_at"));
    add(Kind.CONTACT, "All Contacts", Scope.ALL, _ -> true);
    add(Kind.CONTACT, "Recently Modified", Scope.SOME, row -> isRecent(row, "updated_at"));
    add(Kind.CONTACT, "Never Contacted", Scope.ALL, _ -> true);
    add(Kind.CONTACT, "Active", Scope.ALL, _ -> true);
    add(Kind.CONTACT, "Inactive", Scope.SOME, _ -> false);
    add(Kind.CONTACT, "Recycle Bin", Scope.BIN, _ -> true);
  }

  private void leads() {
    add(Kind.LEAD, "My Leads", Scope.SOME, this::isMine);
    add(Kind.LEAD, "New Leads", Scope.SOME, row -> isRecent(row, "created_at"));
    add(Kind.LEAD, "All Leads", Scope.ALL, _ -> true);
    add(Kind.LEAD, "Recently Modified", Scope.SOME, row -> isRecent(row, "updated_at"));
    add(Kind.LEAD, "Never Contacted", Scope.ALL, _ -> true);
    add(Kind.LEAD, "Recycle Bin", Scope.BIN, _ -> true);
  }

  private void accounts() {
    add(Kind.ACCOUNT, "My Accounts", Scope.SOME, this::isMine);
    add(Kind.ACCOUNT, "All Accounts", Scope.ALL, _ -> true);
    add(Kind.ACCOUNT, "My Territory Accounts", Scope.SOME, this::isMine);
    add(Kind.ACCOUNT, "Recently Imported", Scope.SOME, _ -> false);
    add(Kind.ACCOUNT, "Recycle Bin", Scope.BIN, _ -> true);
  }

  private void deals() {
    add(Kind.DEAL, "My Deals", Scope.SOME, this::isMine);
    add(Kind.DEAL, "All Deals", Scope.ALL, _ -> true);
    add(Kind.DEAL, "Open Deals", Scope.SOME, row -> isAt(row, Stage.Forecast.OPEN));
    add(Kind.DEAL, "Won Deals", Scope.SOME, row -> isAt(row, Stage.Forecast.WON));
    add(Kind.DEAL, "Lost Deals", Scope.SOME, row -> isAt(row, Stage.Forecast.LOST));
    add(Kind.DEAL, "Recycle Bin", Scope.BIN, _ -> true);
  }

  private void add(Kind kind, String name, Scope scope, Predicate<ObjectNode> test) {
    views.add(new View(FIRST_ID + views.size(), name, kind, scope, test));
  }

  private boolean isMine(ObjectNode row) {
    return row.path("owner_id").asLong(0) == account.setup().users().admin().id();
  }

  private boolean isRecent(ObjectNode row, String member) {
    Instant at = Instant.parse(row.path(member).asString());
    return at.isAfter(account.now().minus(RECENTLY));
  }

  private boolean isAt(ObjectNode row, Stage.Forecast forecast) {
    return account
        .setup()
        .pipelines()
        .stage(row.path("deal_stage_id").asLong(0))
        .filter(stage -> stage.forecast() == forecast)
        .isPresent();
  }
}
