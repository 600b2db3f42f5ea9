package dev.pindah.sandbox.freshsales.bulk;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.records.Records;
import dev.pindah.sandbox.freshsales.records.Via;
import dev.pindah.sandbox.freshsales.setup.User;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Creates a record or changes the one that its identifier recognises. */
final class Upserts {

  /** What was done. */
  record Done(ObjectNode row, boolean created) {}

  private final Account account;
  private final Records records;

  Upserts(Account account, Records records) {
    this.account = account;
    this.records = records;
  }

  /**
   * Creates or changes.
   *
   * @throws dev.pindah.sandbox.wire.Refusal with what is wrong with the record
   */
  Done upsert(Identifier identifier, ObjectNode given, Via via, User writer) {
    Optional<Long> known = identifier.find(account);
    if (known.isPresent()) {
      return new Done(records.update(identifier.kind(), known.get(), given, via, writer), false);
    }
    if (identifier.isId()) {
      throw Errors.refusal(404, "The record you're looking for is not in the CRM");
    }
    ObjectNode whole = identifier.completed(account, given);
    return new Done(records.create(identifier.kind(), whole, via, writer), true);
  }
}
