/**
 * What a simulated product is made of and given. In: a seed, a size, a clock, a fault plan. Out:
 * routes, state collections for the admin, and a life that goes on between extract and cutover.
 */
@NullMarked
package dev.pindah.sandbox.core;

import org.jspecify.annotations.NullMarked;
