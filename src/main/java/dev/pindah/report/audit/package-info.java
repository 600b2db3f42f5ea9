/**
 * Pages about what is known before a migration: the audit of both accounts, the estimate, the quote
 * and the sheet of the pair. In: audits and estimates. Out: self-contained HTML that works offline
 * and prints, and PDF.
 */
@NullMarked
package dev.pindah.report.audit;

import org.jspecify.annotations.NullMarked;
