/**
 * The admin's API under {@code /_sandbox}, on every product's port, for loopback callers only. In:
 * requests of the person who rehearses. Out: state as NDJSON, request counts, faults, switches,
 * evolution.
 */
@NullMarked
package dev.pindah.sandbox.admin;

import org.jspecify.annotations.NullMarked;
