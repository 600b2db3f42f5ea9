/**
 * Rows on disk. In: JSON rows as they are written. Out: the live ones by id, by update and by key,
 * the recycle bin, and what a lagging search index sees of them.
 */
@NullMarked
package dev.pindah.sandbox.store;

import org.jspecify.annotations.NullMarked;
