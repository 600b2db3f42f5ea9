/**
 * What is added up while records are compared, one pass, in bounded memory. In: one record after
 * another, as meant and as found. Out: the parts of a {@link dev.pindah.model.proof.Proof}.
 */
@NullMarked
package dev.pindah.journey.reconcile.tally;

import org.jspecify.annotations.NullMarked;
