/**
 * The simulated Qontak: CRM and chat. In: signed requests. Out: its envelopes, its paging and its
 * quirks over rows made from the seed.
 */
@NullMarked
package dev.pindah.sandbox.qontak;

import org.jspecify.annotations.NullMarked;
