/**
 * Stage 1: audits both accounts without writing. In: source and destination. Out: inventory of both
 * sides, value profiles of the source's fields, and the facts that {@code judge} and {@code
 * estimate} go by (tables inventory, profile, audit).
 */
@NullMarked
package dev.pindah.journey.discover;

import org.jspecify.annotations.NullMarked;
