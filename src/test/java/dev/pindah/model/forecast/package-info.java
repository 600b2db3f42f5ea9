@NullMarked
package dev.pindah.model.forecast;

import org.jspecify.annotations.NullMarked;
