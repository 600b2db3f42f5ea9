/**
 * What the API says of the account's set-up. In: GET of selectors, fields, lifecycle stages and
 * tags. Out: ids and names; nothing here can be made through the API but tags.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.settings;

import org.jspecify.annotations.NullMarked;
