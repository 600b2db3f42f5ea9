/**
 * WhatsApp templates: what becomes of each when its number moves to another business account, what
 * its review would stumble over, and the call that registers it again. In: source records of
 * templates and broadcasts, the admin's word on quality. Out: triaged templates.
 */
@NullMarked
package dev.pindah.journey.handoff.whatsapp;

import org.jspecify.annotations.NullMarked;
