package dev.pindah.journey.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PlanAheadTest {
  @TempDir Path folder;
  private Ledger ledger;

  @BeforeEach
  void open() {
    ledger = JdbcLedger.open("pindah.db", folder, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void ready(ObjectName object, TargetModule module, String id, Link... links) {
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    attributes.put("name", "PT " + id).put("file_name", "foto.jpg").put("bytes", 7);
    Candidate candidate =
        new Candidate(
            new RecordKey(object, id),
            Step.RECORD,
            module,
            attributes,
            List.of(links),
            RecordState.READY,
            "",
            List.of());
    ledger.record(tables -> tables.candidates().save(List.of(candidate)));
  }

  /** Ids and how many wait, chunk by chunk. */
  private List<String> chunks(ObjectName object, int size) {
    List<String> told = new ArrayList<>();
    Load.Phase phase = new Load.Phase(object, Step.RECORD);
    try (PlanAhead ahead = new PlanAhead(ledger, phase, size, due -> {})) {
      Optional<PlanAhead.Chunk> chunk = ahead.next(() -> {});
      while (chunk.isPresent()) {
        told.add(
            chunk.get().plans().stream().map(plan -> plan.stored().candidate().key().id()).toList()
                + " "
                + chunk.get().waiting());
        chunk = ahead.next(() -> {});
      }
    }
    return told;
  }

  @Test
  void everyRecordIsInOneChunk() {
    for (int id = 1; id <= 5; id++) {
      ready(ObjectName.CONTACT, TargetModule.CONTACTS, "" + id);
    }
    assertThat(chunks(ObjectName.CONTACT, 2)).containsExactly("[1, 2] 0", "[3, 4] 0", "[5] 0");
  }

  @Test
  void aCompanyWaitsForItsParentAlsoForOneOfALaterChunk() {
    Link parent = new Link(Role.PARENT, new RecordKey(ObjectName.COMPANY, "9"));
    ready(ObjectName.COMPANY, TargetModule.SALES_ACCOUNTS, "1", parent);
    ready(ObjectName.COMPANY, TargetModule.SALES_ACCOUNTS, "9");
    assertThat(chunks(ObjectName.COMPANY, 1)).containsExactly("[] 1", "[9] 0");
  }

  /**
   * A file that stays for the next pass must not count as part of a circle that has to be broken.
   */
  @Test
  void aTwinOfAFileIsLeftForAnotherPassAndWaitsForNoParent() {
    Link deal = new Link(Role.DEAL, new RecordKey(ObjectName.DEAL, "1"));
    ready(ObjectName.FILE, TargetModule.FILES, "a", deal);
    ready(ObjectName.FILE, TargetModule.FILES, "b", deal);
    assertThat(chunks(ObjectName.FILE, 10)).containsExactly("[a] 0");
    assertThat(chunks(ObjectName.FILE, 1)).containsExactly("[a] 0", "[] 0");
  }
}
