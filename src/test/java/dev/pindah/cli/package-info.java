/** Tests of what only the command line puts together. */
@NullMarked
package dev.pindah.cli;

import org.jspecify.annotations.NullMarked;
