/**
 * Field metadata and custom values. In: what an admin adds, what a caller writes. Out:
 * settings/…/fields, and each value as the account keeps it.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.fields;

import org.jspecify.annotations.NullMarked;
