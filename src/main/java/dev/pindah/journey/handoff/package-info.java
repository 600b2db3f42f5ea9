/**
 * What does not move by itself, written down for those who go on working. In: source records, the
 * admin's files and answers, the mapping, the verdicts of cells. Out: flows, automations,
 * templates, segments, roles, the field dictionary, and every value that has no place on the
 * target, with its reason. The ledger remembers only the chatbot files, as source records.
 */
@NullMarked
package dev.pindah.journey.handoff;

import org.jspecify.annotations.NullMarked;
