/**
 * What every page stands on: who may come in, what a browser may do, words, progress. In: requests
 * of browsers. Out: requests of people who were let in. Who was let in is remembered in memory
 * only.
 */
@NullMarked
package dev.pindah.console.web;

import org.jspecify.annotations.NullMarked;
