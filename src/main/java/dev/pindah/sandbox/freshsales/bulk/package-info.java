/**
 * Many records at a time, and create-or-update. In: bodies with a unique identifier. Out: the
 * record, or a job that is done a while later and names no ids.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.bulk;

import org.jspecify.annotations.NullMarked;
