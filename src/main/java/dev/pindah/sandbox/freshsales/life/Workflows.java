package dev.pindah.sandbox.freshsales.life;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.engage.Outbox;
import dev.pindah.sandbox.freshsales.engage.TaskRows;
import dev.pindah.sandbox.freshsales.records.RecordJson;
import dev.pindah.sandbox.freshsales.records.Records;
import dev.pindah.sandbox.freshsales.setup.User;
import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** The workflows of a real account, which fire on API writes until someone switches them off. */
public final class Workflows {

  private final Account account;
  private final Outbox outbox;

  public Workflows(Account account, Outbox outbox) {
    this.account = account;
    this.outbox = outbox;
  }

  /** A record was created through the API. */
  public void created(Records.Created created) {
    if (!account.behaviours().on("automations")) {
      return;
    }
    ObjectNode row = created.row();
    User owner =
        account
            .setup()
            .users()
            .find(row.path("owner_id").asLong(0))
            .orElseGet(account.setup().users()::admin);
    switch (created.kind()) {
      case CONTACT, LEAD -> {
        String name = RecordJson.displayName(row);
        TaskRows.add(
            account,
            "New Lead: call " + name,
            account.now().plus(Duration.ofDays(1)),
            created.kind(),
            row.path("id").asLong(),
            owner);
        if (row.hasNonNull("email")) {
          outbox.send(row.path("email").asString(), "Welcome, " + name, "workflow New Lead");
        }
      }
      case DEAL ->
          outbox.send(owner.email(), "New deal " + row.path("name").asString(), "workflow Deals");
      case ACCOUNT, ACTIVITY -> {}
    }
  }
}
