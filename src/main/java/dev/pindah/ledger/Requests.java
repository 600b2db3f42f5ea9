package dev.pindah.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What people ask for in the console: table {@code request}. The console only writes wishes; the
 * process that owns the workspace carries them out one after the other.
 */
public interface Requests {
  /** How far a request has come. */
  enum State {
    ASKED,
    RUNNING,
    DONE,
    /** It waits for a person. */
    WAITING,
    /** Done, but records were refused or are held, or the books do not balance. */
    INCOMPLETE,
    FAILED,
    /** The process ended before the request did; asking again goes on. */
    STOPPED;

    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean open() {
      return this == ASKED || this == RUNNING;
    }
  }

  /**
   * One wish.
   *
   * @param wish what shall be done, in the words of the command line
   * @param argument a file or rule that the wish needs; blank for none
   * @param answer the JSON document that came of it; blank while there is none
   */
  record Request(
      long number,
      String wish,
      String argument,
      String by,
      Instant askedAt,
      State state,
      Instant changedAt,
      String answer) {}

  /** The new request, or the one with the same wish and argument that is still open. */
  Request ask(String wish, String argument, String by, Instant at);

  /** The oldest that nobody has begun. */
  Optional<Request> next();

  void move(Request request, State to, String answer, Instant at);

  /** What an earlier process left running is stopped. */
  int stopUnfinished(Instant at);

  /** Newest first. */
  List<Request> latest(int limit);

  /** The newest of a wish. */
  Optional<Request> latest(String wish);
}
