package dev.pindah.sandbox.freshsales.setup;

/** The web page would not let an admin do this; the message says why. */
public final class Unacceptable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Unacceptable(String why) {
    super(why, null, false, false);
  }

  /** Why, in one sentence. */
  public String why() {
    return String.valueOf(getMessage());
  }
}
