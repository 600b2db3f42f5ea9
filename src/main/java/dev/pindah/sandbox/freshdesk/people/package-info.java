/**
 * Contacts, companies, agents, groups. In: their requests. Out: rows with unique e-mails and soft
 * deletion.
 */
@NullMarked
package dev.pindah.sandbox.freshdesk.people;

import org.jspecify.annotations.NullMarked;
