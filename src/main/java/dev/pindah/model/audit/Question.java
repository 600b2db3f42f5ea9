package dev.pindah.model.audit;

/**
 * What no API tells and a person has to.
 *
 * @param answer blank until somebody answers
 * @param by who did
 */
public record Question(String id, String question, String form, String answer, String by) {
  public boolean answered() {
    return !answer.isBlank();
  }
}
