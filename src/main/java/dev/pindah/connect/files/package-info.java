/**
 * Files that people downloaded or wrote by hand, because no API gives what is in them. In: a
 * folder. Out: tables of text row by row, raw records of chatbot files with the hash of their
 * bytes, answers of a questionnaire; nothing in a file is executed, followed or trusted.
 */
@NullMarked
package dev.pindah.connect.files;

import org.jspecify.annotations.NullMarked;
