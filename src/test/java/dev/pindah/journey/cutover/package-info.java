/** The change-over by a clock that is turned by hand. */
@NullMarked
package dev.pindah.journey.cutover;

import org.jspecify.annotations.NullMarked;
