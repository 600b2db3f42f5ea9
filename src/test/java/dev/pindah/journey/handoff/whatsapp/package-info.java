/** Tests. */
@NullMarked
package dev.pindah.journey.handoff.whatsapp;

import org.jspecify.annotations.NullMarked;
