/** Files as spreadsheets write them, and files that mean harm. */
@NullMarked
package dev.pindah.connect.files;

import org.jspecify.annotations.NullMarked;
