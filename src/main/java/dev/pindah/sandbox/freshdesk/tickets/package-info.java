/**
 * Tickets with their conversations and attachments. In: their requests. Out: rows, mails in the
 * outbox.
 */
@NullMarked
package dev.pindah.sandbox.freshdesk.tickets;

import org.jspecify.annotations.NullMarked;
