/**
 * Life in the source goes on. In: how many records to change, add and delete. Out: what was done,
 * by object.
 */
@NullMarked
package dev.pindah.sandbox.qontak.life;

import org.jspecify.annotations.NullMarked;
