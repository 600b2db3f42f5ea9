/** Mekari Qontak: reads schemas and records over the gateway or the legacy host; never writes. */
@NullMarked
package dev.pindah.connect.qontak;

import org.jspecify.annotations.NullMarked;
