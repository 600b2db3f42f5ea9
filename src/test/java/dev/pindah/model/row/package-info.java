@NullMarked
package dev.pindah.model.row;

import org.jspecify.annotations.NullMarked;
