@NullMarked
package dev.pindah.journey.discover.judge;

import org.jspecify.annotations.NullMarked;
