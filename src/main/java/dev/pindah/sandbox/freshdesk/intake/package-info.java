/**
 * Strict bodies. In: JSON or multipart and what may stand in it. Out: typed values, or every
 * problem at once.
 */
@NullMarked
package dev.pindah.sandbox.freshdesk.intake;

import org.jspecify.annotations.NullMarked;
