/**
 * The command line: one class per command, the one list of vendors, exit codes. Knows everything;
 * is known by nobody.
 */
@NullMarked
package dev.pindah.cli;

import org.jspecify.annotations.NullMarked;
