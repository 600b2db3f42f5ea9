/** The ledger in SQLite or PostgreSQL: one class per table group, SQL that runs on both. */
@NullMarked
package dev.pindah.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
