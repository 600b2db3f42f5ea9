/**
 * The words of the wire. In: problems, rows, pages. Out: error bodies by status, Location and Link
 * headers.
 */
@NullMarked
package dev.pindah.sandbox.freshdesk.answers;

import org.jspecify.annotations.NullMarked;
