/**
 * Files that people bring along because no API gives what is in them. In: a folder. Out: raw
 * records, each with the file it came from and the hash of its bytes.
 */
@NullMarked
package dev.pindah.connect.files;

import org.jspecify.annotations.NullMarked;
