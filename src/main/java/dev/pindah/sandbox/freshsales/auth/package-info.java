/**
 * The door. In: an API key. Out: the user it belongs to, or a refusal; quotas and their headers.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.auth;

import org.jspecify.annotations.NullMarked;
