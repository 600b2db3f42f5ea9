package dev.pindah.model;

/** The work stops here until a person decides; nothing is wrong and nothing is lost. */
public final class WaitingForPerson extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Gate gate;

  /**
   * A wait.
   *
   * @param message what is waited for and the command that goes on
   */
  public WaitingForPerson(Gate gate, String message) {
    super(message);
    this.gate = gate;
  }

  public Gate gate() {
    return gate;
  }
}
