/**
 * Contract tests of the sandbox, with a plain HTTP client, one for each statement worth testing.
 */
@NullMarked
package dev.pindah.sandbox;

import org.jspecify.annotations.NullMarked;
