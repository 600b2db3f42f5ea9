/** Freshdesk as the target of tickets: neutral payloads in, its API calls and rows out. */
@org.jspecify.annotations.NullMarked
package dev.pindah.connect.freshdesk;
