/** Reconcile against targets in memory. */
@NullMarked
package dev.pindah.journey.reconcile;

import org.jspecify.annotations.NullMarked;
