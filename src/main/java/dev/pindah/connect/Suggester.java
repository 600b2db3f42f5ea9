package dev.pindah.connect;

import java.util.List;
import java.util.Map;

/** Somebody who can say which of several target fields a source field means. */
public interface Suggester {
  /**
   * A source field whose target is uncertain.
   *
   * @param key comes back in the answer
   * @param samples values of records; empty unless the customer shares them
   */
  record Question(
      String key,
      String object,
      String label,
      String type,
      List<String> samples,
      List<Choice> choices) {
    public Question {
      samples = List.copyOf(samples);
      choices = List.copyOf(choices);
    }
  }

  /** A target field that may be meant. */
  record Choice(String field, String label, String type) {}

  /**
   * What was answered.
   *
   * @param chosen target field by question key; only fields that were among the question's choices
   * @param note why there are fewer answers than questions; blank when all is well
   */
  record Answer(Map<String, String> chosen, String note) {
    public Answer {
      chosen = Map.copyOf(chosen);
    }
  }

  /** Never fails: what cannot be asked or understood is left out and noted. */
  Answer ask(List<Question> questions);
}
