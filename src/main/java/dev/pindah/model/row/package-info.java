/**
 * A raw source record, read leniently: discover profiles it, transform converts it. In: JSON text
 * as received. Out: values free of the source's many forms of empty.
 */
@NullMarked
package dev.pindah.model.row;

import org.jspecify.annotations.NullMarked;
