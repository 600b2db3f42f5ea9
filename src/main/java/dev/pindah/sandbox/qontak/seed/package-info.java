/**
 * The seeded Qontak account. In: seed, size. Out: row i of every object as it is stored, with every
 * quirk that real accounts show; and the tables that lay written rows over them.
 */
@NullMarked
package dev.pindah.sandbox.qontak.seed;

import org.jspecify.annotations.NullMarked;
