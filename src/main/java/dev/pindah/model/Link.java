package dev.pindah.model;

/**
 * A relation of a candidate to another source record. The target id is unknown until that record is
 * loaded, so the link names the source record and load looks it up in the crosswalk.
 *
 * @param role what the other record is to this one, in the destination's words
 */
public record Link(Role role, RecordKey to) {
  /** The relations that the destination keeps. */
  public enum Role {
    /** The account of a contact or deal; the first one is primary. */
    ACCOUNT,
    /** A contact of a deal. */
    CONTACT,
    /** The parent account of an account. */
    PARENT,
    /** The deal that a task or note hangs on. */
    DEAL,
    /** The list of a member. */
    LIST,
    /** The note that carries what this record says, together with others of its kind. */
    FOLDED
  }
}
