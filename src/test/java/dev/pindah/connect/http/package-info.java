/** The one client against a server that misbehaves on purpose. */
@NullMarked
package dev.pindah.connect.http;

import org.jspecify.annotations.NullMarked;
