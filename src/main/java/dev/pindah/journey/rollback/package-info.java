/**
 * Takes a migration back. In: the crosswalk, the candidates and the before-images. Out: a target as
 * it was, except for what people have touched since and what the target cannot forget.
 */
@NullMarked
package dev.pindah.journey.rollback;

import org.jspecify.annotations.NullMarked;
