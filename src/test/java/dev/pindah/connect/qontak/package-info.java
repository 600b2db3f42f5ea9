/** Qontak's signature against computed vectors. */
@NullMarked
package dev.pindah.connect.qontak;

import org.jspecify.annotations.NullMarked;
