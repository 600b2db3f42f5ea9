package dev.pindah.cli;

/** What a script learns from a command. */
final class ExitCode {
  static final int DONE = 0;
  static final int UNEXPECTED = 1;

  /** Usage, configuration or credentials. */
  static final int CONFIGURATION = 2;

  static final int WAITING = 3;

  /** Done, but some records were refused or held. */
  static final int INCOMPLETE = 4;

  /** The remote side cannot be reached; safe to run again. */
  static final int UNREACHABLE = 5;

  /** A person stopped it (Ctrl-C): what shells use for this. */
  static final int STOPPED = 130;

  private ExitCode() {}
}
