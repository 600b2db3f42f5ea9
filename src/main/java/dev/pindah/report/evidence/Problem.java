package dev.pindah.report.evidence;

/**
 * Something in a piece of evidence that is not as it was packed.
 *
 * @param name the file inside the evidence, or blank when it is about the whole
 */
public record Problem(Kind kind, String name, String detail) {
  /** What is wrong. */
  public enum Kind {
    /** No zip, or no evidence of ours. */
    UNREADABLE,
    /** A file has other bytes than the manifest says. */
    ALTERED,
    /** A file of the manifest is not there. */
    MISSING,
    /** A file is there that the manifest does not know. */
    ADDED,
    /** Bytes around the files are not as they were written. */
    CONTAINER,
    /** The manifest is not the one that was sealed. */
    SEAL,
    /** The decisions do not hang together. */
    CHAIN,
    /** The mapping is not the one that was confirmed. */
    MAPPING,
    /** The record hashes do not give the root that was proved. */
    ROOT
  }
}
