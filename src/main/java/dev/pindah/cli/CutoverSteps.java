package dev.pindah.cli;

import dev.pindah.journey.Gates;
import dev.pindah.journey.cutover.CutoverPlan;
import dev.pindah.journey.cutover.CutoverPlan.Task;
import dev.pindah.journey.cutover.Offboarding;
import dev.pindah.journey.cutover.Offboarding.Mail;
import dev.pindah.journey.cutover.Whatsapp;
import dev.pindah.model.Gate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says who has to do what until when, and what to write to whom. */
final class CutoverSteps {
  private CutoverSteps() {}

  /** For the terminal, or into the JSON of the gates. */
  static void plan(Session session, ObjectNode json) {
    Gates gates = session.gates();
    ZoneId zone = session.config.transform().zone();
    CutoverPlan plan = new CutoverPlan(session.ledger, session.clock, zone);
    List<Task> tasks = plan.tasks(gate -> gates.state(gate) == Gates.State.OPEN);
    ArrayNode rows = json.putArray("plan");
    tasks.forEach(
        task ->
            rows.addObject()
                .put("until", task.until().toString())
                .put("who", task.who())
                .put("what", task.what())
                .put("gate", task.gate()));
    if (!session.output.json() && !tasks.isEmpty()) {
      session.output.say("");
      session.output.say(
          plan.day()
              .map(day -> "plan for the change on " + day)
              .orElse("plan from today (set the day: pindah cutover --day yyyy-mm-dd --by NAME)"));
      tasks.forEach(
          task ->
              session.output.say(
                  String.format(
                      Locale.ROOT, "%s  %-34s %s", task.until(), task.who(), task.what())));
    }
    release(session, json, gates, zone);
  }

  private static void release(Session session, ObjectNode json, Gates gates, ZoneId zone) {
    Whatsapp whatsapp = new Whatsapp(session.ledger);
    if (!whatsapp.used()) {
      return;
    }
    Offboarding offboarding = new Offboarding(session.ledger);
    List<String> left = offboarding.unreconciled();
    Mail mail = offboarding.mail(session.config.migration(), "");
    Whatsapp.Quota quota =
        whatsapp.quota(YearMonth.from(LocalDate.ofInstant(session.clock.instant(), zone)), zone);
    ObjectNode part = json.putObject("whatsapp");
    ArrayNode missing = part.putArray("unreconciled");
    left.forEach(missing::add);
    part.put("offboardFirst", whatsapp.offboardFirst());
    whatsapp.registered().ifPresent(date -> part.put("registered", date.toString()));
    whatsapp.marketingMessages().ifPresent(flag -> part.put("marketingMessages", flag));
    ObjectNode sent = part.putObject("quota").put("sent", quota.sent());
    quota.limit().ifPresent(limit -> sent.put("limit", limit));
    quota.left().ifPresent(rest -> sent.put("left", rest));
    sent.put("resetsOn", quota.resetsOn().toString());
    part.putObject("mail")
        .put("to", mail.to())
        .put("subject", mail.subject())
        .put("body", mail.body());
    boolean asked = gates.state(Gate.WABA_OFFBOARDING) != Gates.State.OPEN;
    if (session.output.json() || asked) {
      return;
    }
    session.output.say("");
    if (!left.isEmpty()) {
      session.output.say("the number cannot be released yet: " + String.join("; ", left));
      return;
    }
    session.output.say("to be sent by you (Pindah sends nothing):");
    session.output.say("To: " + mail.to());
    session.output.say("Subject: " + mail.subject());
    session.output.say("");
    session.output.say(mail.body().stripTrailing());
  }
}
