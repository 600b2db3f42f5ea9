/**
 * What an admin does in the web page, for tests and rehearsals. In: requests under
 * /_sandbox/freshdesk. Out: agents, groups, statuses, types; state collections.
 */
@NullMarked
package dev.pindah.sandbox.freshdesk.admin;

import org.jspecify.annotations.NullMarked;
