/** Freshsales, the suite edition: schema, records by views, single writes, deletion. */
@NullMarked
package dev.pindah.connect.freshsales;

import org.jspecify.annotations.NullMarked;
