/**
 * A simulated Freshsales suite account. In: requests with an API key. Out: the answers that
 * docs/api/freshsales.md describes, with their quirks; what an admin does in the web page goes
 * through {@code /_sandbox/freshsales}.
 */
@NullMarked
package dev.pindah.sandbox.freshsales;

import org.jspecify.annotations.NullMarked;
