/**
 * The web page of one migration, for people who do not use a terminal. In: the ledger, the mapping
 * file, how far the work is. Out: decisions with names, an edited mapping, and wishes in table
 * {@code request}, which the owning process carries out; nothing here can call a CRM.
 */
@NullMarked
package dev.pindah.console;

import org.jspecify.annotations.NullMarked;
