/**
 * Moves the customer's work from the source to the target on one day. In: the gates and what has
 * changed since the load. Out: passed gates. This version knows the gates only; freeze, delta and
 * watch are not in it.
 */
@NullMarked
package dev.pindah.journey.cutover;

import org.jspecify.annotations.NullMarked;
