/**
 * The ten stages of a migration and the loop that runs them. Each stage has a package of its own
 * and meets the others in the ledger only.
 */
@NullMarked
package dev.pindah.journey;

import org.jspecify.annotations.NullMarked;
