package dev.pindah.cli;

import dev.pindah.journey.cutover.CutoverPlan;
import dev.pindah.journey.cutover.Whatsapp;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What no API tells and only people know, kept as decisions. */
final class CutoverAnswers {
  private static final String KIND = "question-answered";

  @Option(
      names = "--day",
      paramLabel = "yyyy-mm-dd",
      description = "The day of the change, for the plan in 'pindah gate list'; needs --by.")
  String day = "";

  @Option(
      names = "--waba-registered",
      paramLabel = "yyyy-mm-dd",
      description = {
        "When the WhatsApp number was registered with Meta (WhatsApp Manager); after August 2025 it"
            + " is",
        "on the Marketing Messages API. Needs --by."
      })
  String registered = "";

  @Option(
      names = "--broadcast-quota",
      paramLabel = "N",
      description = "Broadcast messages a month (Package Usage); needs --by.")
  String quota = "";

  @Option(
      names = "--offboard-first",
      paramLabel = "yes|no",
      description = {
        "Whether the new provider wants the WhatsApp number before the migration is over: then the",
        "extract has to be whole first. Needs --by."
      })
  String offboardFirst = "";

  boolean given() {
    return !(day + registered + quota + offboardFirst).isEmpty();
  }

  int keep(Session session, String by) {
    Map<String, String> answers = new LinkedHashMap<>();
    put(answers, CutoverPlan.DAY, date("--day", day));
    put(answers, Whatsapp.REGISTERED, date("--waba-registered", registered));
    put(answers, Whatsapp.QUOTA, checked("--broadcast-quota", quota, "\\d{1,9}", "a number"));
    put(
        answers,
        Whatsapp.OFFBOARD_FIRST,
        checked("--offboard-first", offboardFirst, "yes|no", "yes or no"));
    answers.forEach(
        (subject, answer) ->
            session.ledger.record(
                tables ->
                    tables.decisions().append(KIND, subject, by, answer, session.clock.instant())));
    if (session.output.json()) {
      Output.print(Output.object().put("answers", answers.size()));
    } else {
      session.output.say(answers.size() + " answers kept; 'pindah gate list' shows the plan");
    }
    return ExitCode.DONE;
  }

  private static void put(Map<String, String> answers, String subject, String answer) {
    if (!answer.isEmpty()) {
      answers.put(subject, answer);
    }
  }

  private static String date(String option, String text) {
    try {
      return text.isEmpty() ? "" : LocalDate.parse(text.strip()).toString();
    } catch (DateTimeException noDate) {
      throw new UsageException(option + " takes a date as yyyy-mm-dd, not '" + text + "'", noDate);
    }
  }

  private static String checked(String option, String text, String form, String words) {
    if (!text.isEmpty() && !text.matches(form)) {
      throw new UsageException(option + " takes " + words + ", not '" + text + "'");
    }
    return text;
  }
}
