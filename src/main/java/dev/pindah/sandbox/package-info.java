/**
 * The sandbox: simulated Qontak, Freshsales and Freshdesk over real HTTP on the loopback. In:
 * options (port, seed, size, speed, plan, faults). Out: one running process with a URL per product
 * and an admin API. It knows nothing of the rest of Pindah, so that a shared mistake cannot hide.
 */
@NullMarked
package dev.pindah.sandbox;

import org.jspecify.annotations.NullMarked;
