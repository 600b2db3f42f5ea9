/**
 * The CRM API. In: requests under the gateway's or the legacy prefix. Out: each endpoint's own
 * envelope.
 */
@NullMarked
package dev.pindah.sandbox.qontak.crm;

import org.jspecify.annotations.NullMarked;
