/** The plan and the checks, without an account. */
@NullMarked
package dev.pindah.journey.prepare;

import org.jspecify.annotations.NullMarked;
