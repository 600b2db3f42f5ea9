/** Tests. */
@NullMarked
package dev.pindah.connect.files;

import org.jspecify.annotations.NullMarked;
