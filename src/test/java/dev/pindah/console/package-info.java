/** The console in a real browser, and attacks on it. */
@NullMarked
package dev.pindah.console;

import org.jspecify.annotations.NullMarked;
