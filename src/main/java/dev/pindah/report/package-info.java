/**
 * What people read afterwards. In: the ledger, and nothing else. Out: tables, pages and files that
 * say what happened to every record.
 */
@NullMarked
package dev.pindah.report;

import org.jspecify.annotations.NullMarked;
