/** Who calls: HMAC signatures, bearer tokens, scopes, the acting user. */
@NullMarked
package dev.pindah.sandbox.qontak.auth;

import org.jspecify.annotations.NullMarked;
