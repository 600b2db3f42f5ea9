/**
 * An optional language model that helps with uncertain fields. In: labels and types, samples only
 * where the customer shares them. Out: a choice among the candidates that were given, or nothing.
 * Writes no table.
 */
@NullMarked
package dev.pindah.connect.llm;

import org.jspecify.annotations.NullMarked;
