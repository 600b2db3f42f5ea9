/**
 * How many calls and how much time a migration takes, from how many records there are. In: volumes
 * and limits of both accounts. Out: calls per stage and object with a range, hours, and what became
 * of an earlier forecast. Knows the routes that the product takes, and calls nobody.
 */
@NullMarked
package dev.pindah.model.forecast;

import org.jspecify.annotations.NullMarked;
