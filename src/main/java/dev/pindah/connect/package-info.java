/**
 * Ports to the outside: what the journey's stages know of the systems they read and write. Vendors
 * stand in folders below and are known to the command line only.
 */
@NullMarked
package dev.pindah.connect;

import org.jspecify.annotations.NullMarked;
