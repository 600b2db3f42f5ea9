/**
 * What discover finds out about both accounts and what follows from it: facts as they were read,
 * and the audit that judges them (compatibility, traps, losses, plan, grade). In: nothing; these
 * are words for discover, estimate, the reports and the console. The ledger keeps the facts.
 */
@NullMarked
package dev.pindah.model.audit;

import org.jspecify.annotations.NullMarked;
