package dev.pindah.connect;

/** Reading or reaching a system failed for good: retries are used up or would not help. */
public final class RemoteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of failure, and so what the user does next. */
  public enum Kind {
    /** Nobody there, time-outs, 5xx after retries: safe to run again. */
    UNREACHABLE,
    /** 401 or 403: credentials or scope. */
    DENIED,
    /** 404: the endpoint or record does not exist here. */
    ABSENT,
    /** 405: the endpoint does not do this for this kind of record. */
    UNSUPPORTED,
    /** An answer that cannot be understood, or a refusal to read. */
    UNUSABLE
  }

  private final Kind kind;

  /**
   * A failure.
   *
   * @param message one sentence with the place and the next step; no secrets, no personal data
   */
  public RemoteException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public RemoteException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
