package dev.pindah.model;

import java.time.Duration;

/** Told by stages how far they are; the command line draws it. */
@FunctionalInterface
public interface ProgressSink {
  /**
   * Where the work stands.
   *
   * @param what the unit of work, for instance {@code extract contact}
   * @param total -1 when it is not known
   */
  void at(String what, long done, long total);

  /** Told which stage begins: calls and time count as its own from here on. */
  default void stage(String stage) {}

  /**
   * The same, where limits tell how long the rest takes.
   *
   * @param least the least time that the calls of the rest need
   */
  default void at(String what, long done, long total, Duration least) {
    at(what, done, total);
  }

  /** A line for people, for instance a forecast before a long piece of work. */
  default void say(String line) {}

  /** For callers that do not care. */
  ProgressSink SILENT = (what, done, total) -> {};
}
