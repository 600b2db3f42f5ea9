/**
 * HTTP as the sandbox sees it. In: requests with their bytes untouched. Out: replies as values,
 * which a fault plan can spoil, delay or drop at TCP level after the request was, or was not,
 * carried out.
 */
@NullMarked
package dev.pindah.sandbox.wire;

import org.jspecify.annotations.NullMarked;
