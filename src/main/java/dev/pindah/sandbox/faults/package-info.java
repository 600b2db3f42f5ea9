/**
 * Fault plans. In: YAML or JSON text. Out: for each request the faults that strike it, by path,
 * rate or count, the same ones for the same seed.
 */
@NullMarked
package dev.pindah.sandbox.faults;

import org.jspecify.annotations.NullMarked;
