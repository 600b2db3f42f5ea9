/**
 * The whole simulated account: set-up, fields, tables, switches, one lock. In: a simulation. Out:
 * what every endpoint works on.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.account;

import org.jspecify.annotations.NullMarked;
