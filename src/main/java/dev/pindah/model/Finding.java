package dev.pindah.model;

/**
 * Something that a check found.
 *
 * @param code reason code, lower case with dashes
 * @param object wire name of the object, or blank when it is about the whole
 * @param id source id, or blank
 * @param field field, or blank
 */
public record Finding(
    String code, Severity severity, String object, String id, String field, String detail) {
  /** How bad it is: an error unbalances the stage. */
  public enum Severity {
    INFO,
    WARNING,
    ERROR
  }
}
