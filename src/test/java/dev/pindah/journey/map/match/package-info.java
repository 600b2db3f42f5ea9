/**
 * The matcher's labelled fields, its training and its scores. In: the two tables of labelled
 * fields. Out: the file of weights and the score table.
 */
@NullMarked
package dev.pindah.journey.map.match;

import org.jspecify.annotations.NullMarked;
