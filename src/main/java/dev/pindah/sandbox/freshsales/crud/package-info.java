/**
 * One record at a time. In: POST, GET, PUT and DELETE of contacts, accounts and deals. Out: the
 * record as it is now, with its status codes and quirks.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.crud;

import org.jspecify.annotations.NullMarked;
