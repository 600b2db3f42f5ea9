/**
 * How an admin has set the account up: fields, pick lists, users. In: what an admin makes. Out:
 * metadata and selectors.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.setup;

import org.jspecify.annotations.NullMarked;
