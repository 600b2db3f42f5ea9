/**
 * Proof that leaves the house. In: the ledger and the files of a workspace. Out: one zip in which
 * every byte is accounted for, and a check of such a zip that needs neither ledger nor network.
 */
@NullMarked
package dev.pindah.report.evidence;

import org.jspecify.annotations.NullMarked;
