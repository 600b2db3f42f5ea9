/** Programs that measure; each has a main and says its command. */
@NullMarked
package dev.pindah.bench;

import org.jspecify.annotations.NullMarked;
