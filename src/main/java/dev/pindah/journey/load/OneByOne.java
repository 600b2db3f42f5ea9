package dev.pindah.journey.load;

import dev.pindah.connect.TargetReader;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.model.Candidate;
import java.util.HashSet;
import java.util.Set;

/**
 * Files carry no mark. Two of the same name and length on the same record could not be told apart
 * after a lost answer, so each pass sends one of them: what is on its way is then the only one that
 * may have come to be.
 */
final class OneByOne {
  private final Set<String> sent = new HashSet<>();

  /** Whether nothing like it goes in this pass. */
  boolean first(Stored stored) {
    Candidate file = stored.candidate();
    return !file.module().files()
        || sent.add(
            file.links()
                + " "
                + file.attributes().path("bytes").asLong(-1)
                + " "
                + TargetReader.file(file.attributes()));
  }
}
