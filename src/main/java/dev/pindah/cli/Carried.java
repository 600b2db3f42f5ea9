package dev.pindah.cli;

import dev.pindah.connect.Halt;
import dev.pindah.model.ProgressSink;

/**
 * A command that the console carries out instead of a terminal.
 *
 * @param halt ends it in the place of the signal
 * @param listener is told how far it is
 */
record Carried(Halt halt, ProgressSink listener) {
  static final ScopedValue<Carried> BY = ScopedValue.newInstance();
}
