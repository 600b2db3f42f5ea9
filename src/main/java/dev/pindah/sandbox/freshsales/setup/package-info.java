/**
 * What an admin sets up by hand. In: names. Out: users, pipelines, lifecycle stages, pick lists,
 * currencies, each with the ids that records refer to.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.setup;

import org.jspecify.annotations.NullMarked;
