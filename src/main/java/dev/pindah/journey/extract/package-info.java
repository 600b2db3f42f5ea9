/**
 * Stage 4: source → ledger, raw and hashed, in chunks that are committed with their position. In:
 * source, slice. Out: source_record, slice, finding.
 */
@NullMarked
package dev.pindah.journey.extract;

import org.jspecify.annotations.NullMarked;
