/**
 * What follows from the facts that discover read: compatibility, traps, losses, the plan that holds
 * the account, the grade. In: facts, inventories, value profiles, the answers of people. Out: an
 * audit. Calls nobody, so it can be done again at any time.
 */
@NullMarked
package dev.pindah.journey.discover.judge;

import org.jspecify.annotations.NullMarked;
