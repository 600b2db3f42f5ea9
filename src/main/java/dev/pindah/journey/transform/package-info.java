/**
 * Stage 5, pure: confirmed mapping + raw record → candidate and a verdict for every filled cell.
 * In: source_record, inventory, mapping. Out: candidate, finding. Calls no system.
 */
@NullMarked
package dev.pindah.journey.transform;

import org.jspecify.annotations.NullMarked;
