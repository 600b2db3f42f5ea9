package dev.pindah.model;

/**
 * How the target behaves in one respect that its documents leave open.
 *
 * @param answer what holds; the safe assumption where it was not tried
 * @param tried whether a probe saw it for itself
 * @param detail what was seen, or why it was not tried
 */
public record Promise(String id, String answer, boolean tried, String detail) {}
