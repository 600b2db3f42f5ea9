/**
 * Contacts, accounts and deals. In: bodies of writes. Out: rows as the API gives them, validated
 * and stamped as it does.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.records;

import org.jspecify.annotations.NullMarked;
