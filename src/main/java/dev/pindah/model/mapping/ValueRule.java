package dev.pindah.model.mapping;

/**
 * One source option and the target option it becomes.
 *
 * @param from label in the source
 * @param to label on the target; blank when the value does not move
 */
public record ValueRule(String from, String to) {}
