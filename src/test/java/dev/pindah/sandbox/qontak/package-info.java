/**
 * Contract tests of the simulated Qontak; each test is named after the statement that it checks.
 */
@NullMarked
package dev.pindah.sandbox.qontak;

import org.jspecify.annotations.NullMarked;
