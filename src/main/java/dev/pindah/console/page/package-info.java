/**
 * The pages, one class each. In: the ledger and the documents that wishes came to. Out: HTML, and
 * decisions in table {@code decision}.
 */
@NullMarked
package dev.pindah.console.page;

import org.jspecify.annotations.NullMarked;
