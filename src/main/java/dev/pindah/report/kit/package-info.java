/**
 * The handoff documents: pages, tables and payloads that open offline. In: the kit, and the ledger
 * for conversations. Out: files in one folder, with a list of them. Text of customers is escaped
 * for whatever it is written into, and no page can run any script but ours.
 */
@NullMarked
package dev.pindah.report.kit;

import org.jspecify.annotations.NullMarked;
