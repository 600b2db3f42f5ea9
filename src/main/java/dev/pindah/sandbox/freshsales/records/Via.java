package dev.pindah.sandbox.freshsales.records;

/** How a write came in; the account treats each a little differently. */
public enum Via {
  CREATE,
  UPDATE,
  UPSERT,
  BULK,
  /** A person in the web page. */
  WEB
}
