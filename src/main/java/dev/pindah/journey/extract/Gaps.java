package dev.pindah.journey.extract;

import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import java.util.List;

/** What could not be read: named and counted, in the ledger. */
final class Gaps {
  /** Code of a single record that the source fails on. */
  static final String UNREADABLE = "unreadable";

  private static final String PREFIX = Extract.STAGE + ":";

  private final Ledger ledger;

  Gaps(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Replaces what was known of a slice's gaps. */
  void replace(String slice, List<Finding> gaps) {
    ledger.record(tables -> tables.findings().replace(PREFIX + slice, gaps));
  }

  void add(String slice, Finding gap) {
    ledger.record(tables -> tables.findings().add(PREFIX + slice, gap));
  }

  List<Finding> of(String slice) {
    return ledger.read(tables -> tables.findings().all(PREFIX + slice));
  }

  boolean has(ObjectName object) {
    return !of(object.wire()).isEmpty();
  }

  List<Finding> all() {
    return ledger.read(tables -> tables.findings().startingWith(PREFIX));
  }

  static Finding object(String code, String object, String detail) {
    return new Finding(code, Severity.WARNING, object, "", "", detail);
  }

  /** A list or branch that does not exist for these credentials. */
  static Finding object(String object, RemoteException failed) {
    return object(
        switch (failed.kind()) {
          case DENIED -> "not-allowed";
          case ABSENT -> "no-such-list";
          case UNSUPPORTED -> "switched-off";
          case UNREACHABLE, UNUSABLE -> "not-understood";
        },
        object,
        String.valueOf(failed.getMessage()));
  }

  static Finding record(String object, String id, RemoteException failed) {
    return new Finding(
        UNREADABLE, Severity.WARNING, object, id, "", String.valueOf(failed.getMessage()));
  }

  /** Whether no other record of the same endpoint can be read either. */
  static boolean general(RemoteException failed) {
    return failed.kind() == Kind.DENIED || failed.kind() == Kind.UNSUPPORTED;
  }
}
