package dev.pindah.connect;

import java.util.concurrent.atomic.AtomicBoolean;

/** A person's wish to stop: calls that run are finished, no other leaves. */
public final class Halt {
  private final AtomicBoolean wished = new AtomicBoolean();

  public void wish() {
    wished.set(true);
  }

  public boolean wished() {
    return wished.get();
  }

  /** Asked before every call. */
  public void check() {
    if (wished()) {
      throw new Stopped();
    }
  }

  /** The work ends here because a person stopped it; the call was not sent. */
  public static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Stopped() {
      super("stopped; nothing is lost — run the same command again to go on");
    }
  }
}
