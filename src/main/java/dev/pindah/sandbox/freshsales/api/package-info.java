/** Routes. In: requests. Out: envelopes around rows. */
@NullMarked
package dev.pindah.sandbox.freshsales.api;

import org.jspecify.annotations.NullMarked;
