/**
 * What reconcile proved, in numbers and hashes without personal data: the ladder with its rungs and
 * what each of them rests on. It is kept in the ledger, printed in the reports and packed as
 * evidence.
 */
@NullMarked
package dev.pindah.model.proof;

import org.jspecify.annotations.NullMarked;
