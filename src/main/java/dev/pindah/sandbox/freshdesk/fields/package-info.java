/** Fields can be made through the API. In: their requests. Out: fields with the names they got. */
@NullMarked
package dev.pindah.sandbox.freshdesk.fields;

import org.jspecify.annotations.NullMarked;
