/**
 * Pages for people: the report, the sign-off sheet and the sample to check. In: a summary of the
 * ledger and the words of a language. Out: one file each, which opens offline, prints well and
 * escapes everything that a customer wrote.
 */
@NullMarked
package dev.pindah.report.page;

import org.jspecify.annotations.NullMarked;
