/**
 * Stage 8: moves the customer's work from the source to the target on one day. In: gates,
 * decisions, what has changed since the load. Out: kept_cell, decision, finding, watch_look; a
 * dated plan.
 */
@NullMarked
package dev.pindah.journey.cutover;

import org.jspecify.annotations.NullMarked;
