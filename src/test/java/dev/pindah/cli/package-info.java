@NullMarked
package dev.pindah.cli;

import org.jspecify.annotations.NullMarked;
