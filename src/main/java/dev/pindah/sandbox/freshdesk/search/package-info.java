/** Search by query. In: a quoted expression. Out: what the index has seen, thirty at a time. */
@NullMarked
package dev.pindah.sandbox.freshdesk.search;

import org.jspecify.annotations.NullMarked;
