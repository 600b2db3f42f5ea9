/** The real program in its own process, against the sandbox over HTTP. */
@NullMarked
package dev.pindah.door;

import org.jspecify.annotations.NullMarked;
