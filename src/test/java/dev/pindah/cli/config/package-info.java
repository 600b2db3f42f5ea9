@NullMarked
package dev.pindah.cli.config;

import org.jspecify.annotations.NullMarked;
