@NullMarked
package dev.pindah.report.audit;

import org.jspecify.annotations.NullMarked;
