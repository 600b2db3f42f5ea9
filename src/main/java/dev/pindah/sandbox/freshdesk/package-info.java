/**
 * The simulated Freshdesk account over real HTTP. In: requests under /api/v2. Out: its tickets,
 * people, fields, strict refusals and limits of a minute; an outbox of the mails it would send.
 */
@NullMarked
package dev.pindah.sandbox.freshdesk;

import org.jspecify.annotations.NullMarked;
