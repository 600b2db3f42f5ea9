/** The words of the wire. In: problems and pages. Out: error envelopes, paging with meta. */
@NullMarked
package dev.pindah.sandbox.freshsales.answers;

import org.jspecify.annotations.NullMarked;
