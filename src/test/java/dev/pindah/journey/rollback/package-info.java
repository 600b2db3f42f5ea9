/** Rollback against a target in memory that forgets answers, lags and is killed at any call. */
@NullMarked
package dev.pindah.journey.rollback;

import org.jspecify.annotations.NullMarked;
