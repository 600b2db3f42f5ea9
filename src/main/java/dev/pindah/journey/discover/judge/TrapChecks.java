package dev.pindah.journey.discover.judge;

import dev.pindah.model.ObjectName;
import dev.pindah.model.audit.OwnerMatch;
import dev.pindah.model.audit.Trap;
import dev.pindah.model.audit.Trap.State;
import dev.pindah.model.schema.Plan;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Every known trap, with a check of whether it bites this account. */
final class TrapChecks {
  /** Numbers registered after this day are on the Marketing Messages API. */
  private static final LocalDate MARKETING_MESSAGES = LocalDate.of(2025, 8, 31);

  private static final double GIGABYTE = 1e9;
  private static final int FREE_SESSIONS = 500;

  static final List<Trap> ALL =
      DataFile.read(
          "traps.csv",
          row ->
              new Trap(
                  row.getField("id"),
                  row.getField("side"),
                  row.getField("trap"),
                  State.ASKED,
                  "",
                  row.getField("remedy")));

  private record Finding(State state, String detail) {}

  private final Case account;

  private TrapChecks(Case account) {
    this.account = account;
  }

  static List<Trap> of(Case account) {
    TrapChecks checks = new TrapChecks(account);
    return ALL.stream()
        .map(
            trap -> {
              Finding finding = checks.check(trap.id());
              return new Trap(
                  trap.id(),
                  trap.side(),
                  trap.trap(),
                  finding.state(),
                  finding.detail(),
                  trap.remedy());
            })
        .toList();
  }

  private Finding check(String id) {
    return switch (id) {
      case "waba-offboarding" ->
          when(
              account.facts().chat().whatsApp(),
              channels() + " connected",
              "no WhatsApp channel is connected");
      case "broadcast-quota" -> quota();
      case "marketing-messages" -> marketingMessages();
      case "chatbot-json" -> asked("chatbot-flows", "chatbot flows");
      case "ui-export-renames" ->
          when(
              !account.facts().unreadable().isEmpty(),
              "the API gives no "
                  + String.join(", ", new TreeSet<>(account.facts().unreadable().keySet()))
                  + "; a downloaded file may",
              "the API gives every list");
      case "per-record-history" -> history();
      case "freddy-tier" ->
          when(plan().compareTo(Plan.PRO) < 0, "the plan is " + plan().wire(), planIs());
      case "email-disabled" -> bites("every account after a migration");
      case "bot-sessions" -> sessions();
      case "phone-credits" ->
          new Finding(State.ASKED, "the API does not tell whether phones are set up");
      case "file-storage" -> storage();
      case "free-three-users" ->
          when(
              plan() == Plan.FREE && account.activeOwners() > 3,
              account.activeOwners() + " active users",
              planIs() + ", " + account.activeOwners() + " active users");
      case "created-at" ->
          count(
              account.number(ObjectName.CONTACT).rounded()
                  + account.number(ObjectName.COMPANY).rounded()
                  + account.number(ObjectName.DEAL).rounded(),
              "contacts, companies and deals");
      case "email-required" ->
          count(account.projected("no-email").rounded(), "contacts without an e-mail");
      case "email-unique" ->
          count(account.projected("duplicate-email").rounded(), "contacts share an e-mail");
      case "workflows-fire" ->
          asked("automations", "automations of the source; those of the target cannot be read");
      case "fields-by-hand" -> count(account.toMake().size(), "custom fields to make");
      case "one-pipeline" -> pipelines();
      case "close-dates" ->
          count(account.volumes().closedDeals().rounded(), "deals are won or lost");
      case "lifecycle-moves" ->
          count(account.volumes().dealContacts().rounded(), "contacts have a deal");
      case "owners-missing" ->
          count(
              account.owners().stream()
                  .filter(OwnerMatch::active)
                  .filter(owner -> !owner.matched())
                  .count(),
              "active users without an account of the same e-mail");
      default -> throw new IllegalStateException("no check for the trap " + id);
    };
  }

  private static Finding bites(String detail) {
    return new Finding(State.BITES, detail);
  }

  private static Finding when(boolean bites, String detail, String otherwise) {
    return new Finding(bites ? State.BITES : State.CLEAR, bites ? detail : otherwise);
  }

  private static Finding count(long number, String what) {
    return when(number > 0, String.format(Locale.ROOT, "%,d %s", number, what), "no " + what);
  }

  private Finding asked(String question, String what) {
    return account
        .answer(question)
        .map(answer -> count(Long.parseLong(answer), what))
        .orElseGet(() -> new Finding(State.ASKED, "not known: answer " + question));
  }

  private Plan plan() {
    return account.terms().plan();
  }

  private String planIs() {
    return "the plan is " + plan().wire();
  }

  private String channels() {
    return String.join(", ", new TreeSet<>(account.facts().chat().channels().keySet()));
  }

  private Finding quota() {
    var chat = account.facts().chat();
    String used =
        chat.broadcastsThisMonth()
            + " broadcasts this month, "
            + chat.recipientsThisMonth()
            + " messages";
    Optional<String> limit = account.answer("broadcast-quota");
    if (limit.isEmpty()) {
      return new Finding(
          chat.broadcasts() == 0 ? State.CLEAR : State.ASKED,
          used + "; the limit is not told: answer broadcast-quota");
    }
    long left = Long.parseLong(limit.get()) - chat.recipientsThisMonth();
    return when(
        left < chat.recipientsThisMonth() || left <= 0,
        used + " of " + limit.get(),
        used + " of " + limit.get() + ", " + left + " left");
  }

  private Finding marketingMessages() {
    if (!account.facts().chat().whatsApp()) {
      return new Finding(State.CLEAR, "no WhatsApp channel is connected");
    }
    Optional<LocalDate> registered = account.answer("waba-registered").flatMap(TrapChecks::date);
    if (registered.isEmpty()) {
      return new Finding(State.ASKED, "not known: answer waba-registered");
    }
    return when(
        registered.get().isAfter(MARKETING_MESSAGES),
        "registered on " + registered.get() + ": templates are exported with the flag",
        "registered on " + registered.get());
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  private Finding history() {
    double all = account.forecast().calls("extract", dev.pindah.model.Product.QONTAK).likely();
    double parts =
        account.forecast().parts().stream()
            .filter(part -> part.stage().equals("extract") && part.endpoint().contains("/:id/"))
            .mapToDouble(part -> part.calls().likely())
            .sum();
    return when(
        parts > all / 2,
        String.format(Locale.ROOT, "%,.0f of %,.0f calls of extract", parts, all),
        String.format(Locale.ROOT, "%,.0f of %,.0f calls of extract", parts, all));
  }

  private Finding sessions() {
    Optional<String> flows = account.answer("chatbot-flows");
    if (flows.isEmpty()) {
      return new Finding(State.ASKED, "not known: answer chatbot-flows");
    }
    double rooms = account.number(ObjectName.ROOM).likely();
    return when(
        !flows.get().equals("0"),
        String.format(
            Locale.ROOT, "%,.0f chat rooms so far; %d sessions are free", rooms, FREE_SESSIONS),
        "no chatbot is in use");
  }

  private Finding storage() {
    double needed = account.volumes().fileBytes().likely() / GIGABYTE;
    double room = (double) plan().gigabytesPerUser() * Math.max(1, account.activeOwners());
    String detail =
        String.format(
            Locale.ROOT, "about %.1f GB of files, %.0f GB on %s", needed, room, plan().wire());
    return when(needed > room, detail, detail);
  }

  private Finding pipelines() {
    long active = account.source().pipelines().stream().filter(p -> p.active()).count();
    return when(
        active > 1 && !plan().severalPipelines(),
        active + " pipelines, one place",
        active + " pipelines on " + plan().wire());
  }
}
