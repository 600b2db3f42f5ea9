/**
 * What the account and its people do by themselves. In: records created through the API, and time.
 * Out: tasks and mails of workflows; records that someone edited, added or deleted.
 */
@NullMarked
package dev.pindah.sandbox.freshsales.life;

import org.jspecify.annotations.NullMarked;
