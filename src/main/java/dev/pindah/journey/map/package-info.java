/**
 * Stage 2, pure: inventories and value profiles in, {@code mapping.yaml} out; a person edits and
 * confirms it. Out into the ledger: mapping, decision. Calls no system.
 */
@NullMarked
package dev.pindah.journey.map;

import org.jspecify.annotations.NullMarked;
