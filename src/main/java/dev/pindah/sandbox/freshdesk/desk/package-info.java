/**
 * The whole simulated help desk: agents, groups, fields, tables, files, switches, one lock. In: a
 * simulation. Out: what every endpoint works on.
 */
@NullMarked
package dev.pindah.sandbox.freshdesk.desk;

import org.jspecify.annotations.NullMarked;
