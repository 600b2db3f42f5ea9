@NullMarked
package dev.pindah.journey.discover.estimate;

import org.jspecify.annotations.NullMarked;
