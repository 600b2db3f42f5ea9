/**
 * Stage 7: reads the target back and compares it with what was meant: counts, uniqueness,
 * relations, cells. In: candidate, crosswalk. Out: target_record (after), finding.
 */
@NullMarked
package dev.pindah.journey.reconcile;

import org.jspecify.annotations.NullMarked;
