/**
 * The report as a workbook. In: a summary and the records of the ledger, streamed. Out: one XLSX
 * file with a sheet per object, in which no text of a customer is ever a formula.
 */
@NullMarked
package dev.pindah.report.sheet;

import org.jspecify.annotations.NullMarked;
