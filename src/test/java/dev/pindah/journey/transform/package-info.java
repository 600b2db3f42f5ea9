/** Pure rules, value by value. */
@NullMarked
package dev.pindah.journey.transform;

import org.jspecify.annotations.NullMarked;
