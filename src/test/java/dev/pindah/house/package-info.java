/** The walls between the packages, and proof that each of them holds. */
@NullMarked
package dev.pindah.house;

import org.jspecify.annotations.NullMarked;
