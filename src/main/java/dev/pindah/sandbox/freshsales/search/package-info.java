/** Search, lookup and filtered search. In: a query. Out: what the index has seen so far. */
@NullMarked
package dev.pindah.sandbox.freshsales.search;

import org.jspecify.annotations.NullMarked;
