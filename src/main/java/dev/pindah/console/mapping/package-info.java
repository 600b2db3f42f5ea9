/**
 * The screen on which people decide where fields go. In: {@code mapping.yaml} and what map
 * proposes. Out: the same file edited, and its confirmation in tables {@code mapping} and {@code
 * decision}.
 */
@NullMarked
package dev.pindah.console.mapping;

import org.jspecify.annotations.NullMarked;
