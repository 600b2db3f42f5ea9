package dev.pindah.model.mapping;

/**
 * Which target user owns the records of a source user.
 *
 * @param id the source's id of the user
 * @param to e-mail of the target user, or {@link #PLACEHOLDER}
 */
public record OwnerRule(String id, String name, String email, String role, String to) {
  /** The placeholder owner of the configuration; the original is kept on the record. */
  public static final String PLACEHOLDER = "placeholder";

  public OwnerRule handedTo(String user) {
    return new OwnerRule(id, name, email, role, user);
  }

  public boolean placeholder() {
    return to.equals(PLACEHOLDER);
  }
}
