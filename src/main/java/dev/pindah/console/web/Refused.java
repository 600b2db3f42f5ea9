package dev.pindah.console.web;

/** Somebody asked for what cannot be; the message is for people and carries no personal data. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  public Refused(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
