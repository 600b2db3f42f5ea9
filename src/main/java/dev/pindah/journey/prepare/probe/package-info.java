/**
 * The probe of stage 3: tries out on throw-away records what the target's documents leave open. In:
 * the target as prepare read it. Out: table {@code promise}, which configures load; table {@code
 * canary} remembers every record until it is gone again.
 */
@NullMarked
package dev.pindah.journey.prepare.probe;

import org.jspecify.annotations.NullMarked;
