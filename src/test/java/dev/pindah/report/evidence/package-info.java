@NullMarked
package dev.pindah.report.evidence;

import org.jspecify.annotations.NullMarked;
