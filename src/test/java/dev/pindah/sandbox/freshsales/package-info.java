/**
 * Contract tests of the simulated Freshsales; each test is named after the statement that it
 * checks.
 */
@NullMarked
package dev.pindah.sandbox.freshsales;

import org.jspecify.annotations.NullMarked;
