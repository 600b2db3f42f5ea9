/** How the databases carry out what they are asked. */
@NullMarked
package dev.pindah.ledger.jdbc;

import org.jspecify.annotations.NullMarked;
