/** Trials on throw-away records against a simulated account. */
@NullMarked
package dev.pindah.journey.prepare.probe;

import org.jspecify.annotations.NullMarked;
