/** Tests of the mapping: what is proposed, written, read, checked and patched. */
@NullMarked
package dev.pindah.journey.map;

import org.jspecify.annotations.NullMarked;
