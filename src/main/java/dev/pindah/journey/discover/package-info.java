/**
 * Stage 1: audits both accounts without writing. In: source and destination. Out: inventory of both
 * sides and value profiles of the source's fields.
 */
@NullMarked
package dev.pindah.journey.discover;

import org.jspecify.annotations.NullMarked;
