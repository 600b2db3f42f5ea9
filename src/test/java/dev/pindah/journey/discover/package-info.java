@NullMarked
package dev.pindah.journey.discover;

import org.jspecify.annotations.NullMarked;
