/** Lists of records. In: a view, a page, a sort, includes. Out: rows, side-loaded arrays, meta. */
@NullMarked
package dev.pindah.sandbox.freshsales.views;

import org.jspecify.annotations.NullMarked;
