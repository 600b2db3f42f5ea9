/**
 * Ports of the ledger, the one memory of a migration: stages meet here and nowhere else. In: what a
 * stage learnt or did, in transactions. Out: what the next stage needs. The tables are described on
 * the port that owns them; {@code jdbc} keeps them in SQLite or PostgreSQL.
 */
@NullMarked
package dev.pindah.ledger;

import org.jspecify.annotations.NullMarked;
