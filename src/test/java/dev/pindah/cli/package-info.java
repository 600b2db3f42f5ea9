/** Tests of commands without starting the program. */
@NullMarked
package dev.pindah.cli;

import org.jspecify.annotations.NullMarked;
