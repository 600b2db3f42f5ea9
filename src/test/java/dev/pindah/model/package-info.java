@NullMarked
package dev.pindah.model;

import org.jspecify.annotations.NullMarked;
