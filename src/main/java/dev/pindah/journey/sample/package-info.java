/**
 * The sample: a slice of the account goes through all stages for people to look at, and is taken
 * back. In: the confirmed mapping and what was extracted. Out: a target as it was, what the slice
 * covers, and every cell of it as it stood. Table {@code sample_record} remembers the slice, slices
 * of stage {@code sample} how far it is.
 */
@NullMarked
package dev.pindah.journey.sample;

import org.jspecify.annotations.NullMarked;
