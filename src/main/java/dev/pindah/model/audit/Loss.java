package dev.pindah.model.audit;

import dev.pindah.model.forecast.Range;

/**
 * Something that does not come across as it is.
 *
 * @param code for instance field-without-place
 * @param what in words
 * @param instead where it is kept, or that it is gone
 */
public record Loss(String code, String object, String what, Range number, String instead) {}
