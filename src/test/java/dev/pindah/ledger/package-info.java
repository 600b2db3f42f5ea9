/** One contract, held by both stores. */
@NullMarked
package dev.pindah.ledger;

import org.jspecify.annotations.NullMarked;
