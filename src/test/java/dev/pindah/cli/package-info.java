/** What only the command line may put together. */
@NullMarked
package dev.pindah.cli;

import org.jspecify.annotations.NullMarked;
