/**
 * Turns volumes into calls, hours, days of people and a price. In: the audit of an account or
 * counts that were typed in, and a price list. Out: an estimate, kept as a forecast in the ledger
 * (table forecast) so that it can be compared with what happened.
 */
@NullMarked
package dev.pindah.journey.discover.estimate;

import org.jspecify.annotations.NullMarked;
