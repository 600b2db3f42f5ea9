/** The door. In: an API key as Basic user. Out: a refusal or the way on; limits of a minute. */
@NullMarked
package dev.pindah.sandbox.freshdesk.auth;

import org.jspecify.annotations.NullMarked;
