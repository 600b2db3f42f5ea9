/** Scans of a source that is written by hand here, so that it can do what no server would. */
@NullMarked
package dev.pindah.journey.extract;

import org.jspecify.annotations.NullMarked;
