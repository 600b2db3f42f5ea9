/**
 * Stage 6: candidates → target, exactly once. In: candidate, crosswalk, target_record (before).
 * Out: attempt, crosswalk and the candidates' states. Every write is preceded by a durable
 * intention; whatever is unknown after a crash or a lost answer is looked up by its marker before
 * anything is written again.
 */
@NullMarked
package dev.pindah.journey.load;

import org.jspecify.annotations.NullMarked;
