/**
 * {@code pindah.yaml}: what a person wrote, checked as a whole. In: the file and the environment.
 * Out: a configuration, or every problem with its line.
 */
@NullMarked
package dev.pindah.cli.config;

import org.jspecify.annotations.NullMarked;
