/** Tests of what stages share. */
@NullMarked
package dev.pindah.journey;

import org.jspecify.annotations.NullMarked;
