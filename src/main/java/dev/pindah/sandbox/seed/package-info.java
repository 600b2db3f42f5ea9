/**
 * Made-up people, firms and words. In: a seed and an index. Out: the same value every time, so that
 * millions of rows need no memory.
 */
@NullMarked
package dev.pindah.sandbox.seed;

import org.jspecify.annotations.NullMarked;
