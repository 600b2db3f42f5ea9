/** The chat API: rooms, templates, contact lists, broadcasts, divisions, channels, users. */
@NullMarked
package dev.pindah.sandbox.qontak.chat;

import org.jspecify.annotations.NullMarked;
