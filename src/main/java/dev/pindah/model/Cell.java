package dev.pindah.model;

import org.jspecify.annotations.Nullable;

/**
 * One source field of one record and what became of it.
 *
 * @param field the source field as the mapping names it
 * @param target the target attribute it went to, or null when it went to none
 */
public record Cell(String field, @Nullable String target, Verdict verdict) {}
