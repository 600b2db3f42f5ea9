/**
 * What hangs on records. In: notes, tasks, appointments, activities, calls, files, lists, tags.
 * Out: each with its own status codes, and mails in the outbox where the real account sends some.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.engage;

import org.jspecify.annotations.NullMarked;
