/**
 * Which column of one table means the same as which column of another. In: names, types and samples
 * of both sides. Out: ranked pairs with the probability of being right, and who has no partner.
 */
@NullMarked
package dev.pindah.journey.map.match;

import org.jspecify.annotations.NullMarked;
