@NullMarked
package dev.pindah.report;

import org.jspecify.annotations.NullMarked;
