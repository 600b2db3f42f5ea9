/** Pages that people open in a browser. */
@NullMarked
package dev.pindah.report.page;

import org.jspecify.annotations.NullMarked;
