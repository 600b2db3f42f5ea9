/** Rules of the load that need no target. */
@NullMarked
package dev.pindah.journey.load;

import org.jspecify.annotations.NullMarked;
