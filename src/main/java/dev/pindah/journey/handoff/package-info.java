/**
 * What does not move by itself, written down for those who go on working. In: source records and
 * the verdicts of their cells. Out: every value that has no place on the target, with its reason.
 */
@NullMarked
package dev.pindah.journey.handoff;

import org.jspecify.annotations.NullMarked;
