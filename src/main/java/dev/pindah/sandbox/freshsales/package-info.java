/**
 * The simulated Freshsales suite account over real HTTP. In: requests under /crm/sales/api. Out:
 * its records, quotas, validations and quirks; state collections for the admin.
 */
@NullMarked
package dev.pindah.sandbox.freshsales;

import org.jspecify.annotations.NullMarked;
