/**
 * Files that people downloaded or wrote by hand. In: a folder. Out: tables of text, row by row;
 * nothing in a file is executed, followed or trusted.
 */
@NullMarked
package dev.pindah.connect.files;

import org.jspecify.annotations.NullMarked;
