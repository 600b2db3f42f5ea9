/** Tests. */
@NullMarked
package dev.pindah.journey.handoff.flow;

import org.jspecify.annotations.NullMarked;
