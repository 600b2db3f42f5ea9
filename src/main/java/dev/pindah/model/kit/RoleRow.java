package dev.pindah.model.kit;

import java.util.List;

/**
 * A person of the source.
 *
 * @param teams divisions that he or she belongs to
 * @param target e-mail of the user who takes over; blank when nobody decided, {@code placeholder}
 *     for the placeholder owner
 * @param proposal code of the role that is proposed on the target
 */
public record RoleRow(
    String id,
    String name,
    String email,
    String role,
    boolean active,
    List<String> teams,
    String target,
    String proposal) {
  public RoleRow {
    teams = List.copyOf(teams);
  }
}
