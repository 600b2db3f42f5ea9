/**
 * Contacts, accounts and deals. In: bodies under their root key. Out: rows checked and completed as
 * the account does it, and how they are shown.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.records;

import org.jspecify.annotations.NullMarked;
