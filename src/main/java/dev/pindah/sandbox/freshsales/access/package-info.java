/**
 * Who may call and how often. In: requests. Out: a refusal, or the headers that say what is left.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.access;

import org.jspecify.annotations.NullMarked;
