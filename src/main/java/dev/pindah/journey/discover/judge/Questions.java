package dev.pindah.journey.discover.judge;

import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.audit.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** What no API tells: asked, answered by a person, and kept as decisions. */
public final class Questions {
  /** Kind of the decision that an answer is. */
  public static final String KIND = "question-answered";

  private static final String SUBJECT = "question:";
  private static final String FLOWS = "chatbot-flows";

  /** Who answers where nobody did. */
  private static final String FILES = "imported files";

  private static final String DATE = "date as yyyy-mm-dd";

  private static final List<Question> ALL =
      DataFile.read(
          "questions.csv",
          row ->
              new Question(
                  row.getField("id"), row.getField("question"), row.getField("form"), "", ""));

  private Questions() {}

  public static List<String> ids() {
    return ALL.stream().map(Question::id).toList();
  }

  /**
   * With the newest answer of each.
   *
   * @param flows in the imported files, which answer for themselves until somebody says more
   */
  static List<Question> answered(Ledger ledger, int flows) {
    return ALL.stream().map(question -> counted(answered(question, ledger), flows)).toList();
  }

  private static Question counted(Question question, int flows) {
    return question.id().equals(FLOWS) && !question.answered() && flows > 0
        ? new Question(
            question.id(), question.question(), question.form(), Integer.toString(flows), FILES)
        : question;
  }

  private static Question answered(Question question, Ledger ledger) {
    Optional<Decision> decision =
        ledger.read(tables -> tables.decisions().latest(SUBJECT + question.id()));
    return decision
        .map(
            made ->
                new Question(
                    question.id(), question.question(), question.form(), made.reason(), made.by()))
        .orElse(question);
  }

  /** What is wrong with an answer; empty when it can be kept. */
  public static Optional<String> problem(String id, String answer) {
    Optional<Question> question = ALL.stream().filter(known -> known.id().equals(id)).findFirst();
    if (question.isEmpty()) {
      return Optional.of("nobody asks '" + id + "'; known: " + String.join(", ", ids()));
    }
    boolean fits = question.get().form().equals(DATE) ? date(answer) : number(answer);
    return fits
        ? Optional.empty()
        : Optional.of("'" + answer + "' is no answer to " + id + ": a " + question.get().form());
  }

  private static boolean date(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException notADate) {
      return false;
    }
  }

  private static boolean number(String text) {
    return text.matches("\\d{1,9}");
  }

  public static void answer(Ledger ledger, String id, String answer, String by, Instant at) {
    ledger.record(tables -> tables.decisions().append(KIND, SUBJECT + id, by, answer, at));
  }
}
