@NullMarked
package dev.pindah.journey.reconcile.tally;

import org.jspecify.annotations.NullMarked;
