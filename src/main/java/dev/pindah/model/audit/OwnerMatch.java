package dev.pindah.model.audit;

/**
 * A user of the source and who takes over.
 *
 * @param user name of the target's user with the same e-mail; blank for none
 */
public record OwnerMatch(
    String id, String name, String email, String role, boolean active, String user) {
  public boolean matched() {
    return !user.isBlank();
  }
}
