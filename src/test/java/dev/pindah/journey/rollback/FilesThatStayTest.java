package dev.pindah.journey.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.journey.rollback.Rollback.Scope;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** No API takes files back: whose they are decides whether somebody is asked to. */
class FilesThatStayTest {
  private static final RecordKey CONTACT = new RecordKey(ObjectName.CONTACT, "c1");
  private static final String CONTACT_ID = "1001";

  @TempDir Path folder;

  private final HostileTarget target = new HostileTarget(new Random(1));
  private Ledger ledger;

  @BeforeEach
  void aContactThatWasThereBeforeUs() {
    ledger = JdbcLedger.open("ledger.db", folder, Clock.systemUTC());
    target.calm();
    ObjectNode row = JsonMapper.shared().createObjectNode();
    target.put(TargetModule.CONTACTS, row.put("id", CONTACT_ID).put("first_name", "Sari"));
    save(CONTACT, TargetModule.CONTACTS, CONTACT_ID, false, List.of());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aFileOfTheirsIsNobodysResidue() {
    file("f1", "7001", false);
    Outcome outcome = rollback();
    assertThat(outcome.stays()).isZero();
    assertThat(outcome.untouched()).isEqualTo(2);
    assertThat(String.join("\n", outcome.residue())).doesNotContain("f1.pdf");
  }

  @Test
  void aFileOfOursIsNamedEachTimeAlsoWhenALaterLoadFoundItThere() {
    file("f1", "7001", true);
    assertThat(String.join("\n", rollback().residue())).contains("f1.pdf", "remove it by hand");
    save(CONTACT, TargetModule.CONTACTS, CONTACT_ID, false, List.of());
    file("f1", "7001", false);
    Outcome again = rollback();
    assertThat(again.stays()).isEqualTo(1);
    assertThat(String.join("\n", again.residue())).contains("f1.pdf", "remove it by hand");
  }

  private Outcome rollback() {
    return new Rollback(target, ledger, Clock.systemUTC(), any -> {}, ProgressSink.SILENT)
        .run(Scope.everything());
  }

  private void file(String id, String targetId, boolean ours) {
    RecordKey key = new RecordKey(ObjectName.FILE, id);
    Link contact = new Link(Link.Role.CONTACT, CONTACT);
    save(key, TargetModule.FILES, targetId, ours, List.of(contact));
  }

  private void save(
      RecordKey key, TargetModule module, String targetId, boolean ours, List<Link> links) {
    RecordState state = ours ? RecordState.CREATED : RecordState.MATCHED;
    ObjectNode attributes =
        JsonMapper.shared().createObjectNode().put("file_name", key.id() + ".pdf");
    ledger.record(
        tables -> {
          tables
              .candidates()
              .save(
                  List.of(
                      new Candidate(
                          key, Step.RECORD, module, attributes, links, state, "", List.of())));
          tables
              .crosswalk()
              .save(List.of(new Pair(key, module, targetId, ours, "{}", ours ? "h" : "")));
        });
  }
}
