/**
 * Stage 3: what the target must have before records move. In: confirmed mapping, inventory of the
 * target (read anew). Out: inventory, the list of what is left for an admin, named checks.
 */
@NullMarked
package dev.pindah.journey.prepare;

import org.jspecify.annotations.NullMarked;
