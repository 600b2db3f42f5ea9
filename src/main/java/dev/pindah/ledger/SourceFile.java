package dev.pindah.ledger;

import dev.pindah.model.Fingerprint;
import dev.pindah.model.RecordKey;

/**
 * A file that a source record links to.
 *
 * @param parent the record that carries the link
 * @param field key of the field in the source schema, or the member that holds the link
 * @param url the link as received; kept whatever becomes of the file
 * @param name a name to show, made harmless; never a path
 * @param sha256 hash of the bytes and their place in the {@link MediaFolder}; blank unless stored
 * @param bytes length; of a file that is too large what the server announced, else 0 unless stored
 * @param contentType what the server said it is; blank unless stored
 * @param reason why it is not stored, in words; blank when it is
 */
public record SourceFile(
    RecordKey parent,
    String field,
    String url,
    String name,
    State state,
    String sha256,
    long bytes,
    String contentType,
    String reason) {
  public SourceFile {
    if ((state == State.STORED) == sha256.isEmpty()) {
      throw new IllegalArgumentException("a file is stored with its hash and not without");
    }
  }

  /** What became of the link. */
  public enum State {
    /** Known, not tried yet. */
    FOUND,
    /** In the media folder. */
    STORED,
    /** The server does not have it. */
    MISSING,
    /** Larger than any target takes. */
    TOO_LARGE,
    /** Not fetched for safety, or the server does not give it out. */
    REFUSED,
    /** The record does not link to it any more. */
    GONE
  }

  public static SourceFile found(RecordKey parent, String field, String url, String name) {
    return new SourceFile(parent, field, url, name, State.FOUND, "", 0, "", "");
  }

  public SourceFile stored(String hash, long length, String type) {
    return new SourceFile(parent, field, url, name, State.STORED, hash, length, type, "");
  }

  public SourceFile without(State why, long length, String words) {
    return new SourceFile(parent, field, url, name, why, "", length, "", words);
  }

  /** The same link on the same field of the same record is the same file. */
  public String id() {
    return Fingerprint.of(String.join("\n", parent.object().wire(), parent.id(), field, url));
  }
}
