/**
 * What the handoff documents tell, as data. In: the ledger and the admin's answers. Out: lists that
 * pages, tables and payloads are written from. Texts that a reader's language decides are codes
 * with arguments.
 */
@NullMarked
package dev.pindah.model.kit;

import org.jspecify.annotations.NullMarked;
