/**
 * The one HTTP client: authentication at send time, a rate budget per account, retries for what is
 * safe to repeat, lenient JSON, no secrets and no personal data in any message. In: a call. Out:
 * JSON, a reply or a {@code RemoteException}.
 */
@NullMarked
package dev.pindah.connect.http;

import org.jspecify.annotations.NullMarked;
