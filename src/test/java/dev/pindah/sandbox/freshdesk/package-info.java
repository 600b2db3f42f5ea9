/**
 * Contract tests of the simulated Freshdesk; each test is named after the statement that it checks.
 */
@NullMarked
package dev.pindah.sandbox.freshdesk;

import org.jspecify.annotations.NullMarked;
