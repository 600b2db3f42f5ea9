package dev.pindah.journey.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.connect.MediaReader.Download;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.TargetReader;
import dev.pindah.journey.reconcile.Reconcile.Reconciliation;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceFile;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.proof.Rung;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Files whose bodies come back are the same only when every byte is. */
class FilesByHashTest {
  private static final RecordKey TICKET = new RecordKey(ObjectName.TICKET, "5");
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String OTHER = "fedcba9876543210".repeat(4);

  @TempDir Path folder;
  private Ledger ledger = JdbcLedger.open(":memory:", Path.of(""), Clock.systemUTC());
  private final Helpdesk helpdesk = new Helpdesk();
  private final List<String> files = new ArrayList<>();

  @BeforeEach
  void open() {
    ledger.close();
    ledger = JdbcLedger.open("ledger.db", folder, Clock.systemUTC());
    ledger.record(
        tables -> {
          tables
              .candidates()
              .save(List.of(candidate(TICKET, TargetModule.TICKETS, "{}", List.of())));
          tables
              .crosswalk()
              .save(List.of(new Pair(TICKET, TargetModule.TICKETS, "70", true, "", "h")));
        });
    for (int number = 1; number <= 3; number++) {
      file("http://127.0.0.1/" + number, Integer.toString(number));
    }
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private static Candidate candidate(
      RecordKey key, TargetModule module, String attributes, List<Link> links) {
    return new Candidate(
        key,
        Step.RECORD,
        module,
        (tools.jackson.databind.node.ObjectNode) JsonMapper.shared().readTree(attributes),
        links,
        RecordState.READY,
        "",
        List.of());
  }

  private void file(String url, String target) {
    SourceFile file = SourceFile.found(TICKET, "f", url, "a.txt").stored(HASH, 7, "text/plain");
    RecordKey key = new RecordKey(ObjectName.FILE, file.id());
    files.add(file.id());
    ledger.record(
        tables -> {
          List<SourceFile> all = new ArrayList<>(tables.sourceFiles().of(TICKET));
          all.add(file);
          tables.sourceFiles().links(TICKET, all);
          tables.sourceFiles().save(List.of(file));
          tables
              .candidates()
              .save(
                  List.of(
                      candidate(
                          key,
                          TargetModule.DESK_FILES,
                          "{\"file_name\":\"a.txt\",\"bytes\":7}",
                          List.of(new Link(Role.TICKET, TICKET)))));
          tables
              .crosswalk()
              .save(List.of(new Pair(key, TargetModule.DESK_FILES, target, true, "", "h")));
          tables
              .candidates()
              .move(List.of(key), Step.RECORD, RecordState.READY, RecordState.INTENDED, "");
          tables
              .candidates()
              .move(List.of(key), Step.RECORD, RecordState.INTENDED, RecordState.CREATED, "");
        });
    helpdesk.bodies.put(target, new Download.Whole(HASH, 7, "text/plain"));
  }

  private Reconciliation reconcile(int bodies) {
    return new Reconcile(
            helpdesk,
            ledger,
            Clock.systemUTC(),
            ProgressSink.SILENT,
            new Depth(Integer.MAX_VALUE, bodies))
        .run();
  }

  private static Rung rung(Reconciliation found) {
    return found.proof().rung("files").orElseThrow();
  }

  private static List<String> wrong(Reconciliation found) {
    return found.findings().stream()
        .filter(finding -> finding.object().equals("file"))
        .map(finding -> finding.code() + " " + finding.id() + " " + finding.field())
        .toList();
  }

  @Test
  void aBodyOfTheSameLengthThatIsAnotherIsNamed() {
    helpdesk.bodies.put("2", new Download.Whole(OTHER, 7, "text/plain"));
    Reconciliation found = reconcile(Integer.MAX_VALUE);
    assertThat(wrong(found)).containsExactly("cell-differs " + files.get(1) + " sha256");
    assertThat(rung(found).state()).isEqualTo(Rung.State.FAILED);
    assertThat(rung(found).says()).startsWith("3 files, 21 bytes: 3 by SHA-256");
  }

  @Test
  void equalBodiesPass() {
    Reconciliation found = reconcile(Integer.MAX_VALUE);
    assertThat(wrong(found)).isEmpty();
    assertThat(rung(found).state()).isEqualTo(Rung.State.PASSED);
  }

  @Test
  void whatIsNotReadIsSaid() {
    Reconciliation drawn = reconcile(1);
    assertThat(rung(drawn).state()).isEqualTo(Rung.State.OPEN);
    assertThat(rung(drawn).says())
        .contains("1 by SHA-256")
        .contains("2 by name and length")
        .contains("2 were not drawn");
    assertThat(helpdesk.asked).isEqualTo(1);
    helpdesk.bodies.put("3", new Download.Refused("it is not a known place of files"));
    assertThat(rung(reconcile(3)).says()).contains("1: it is not a known place of files");
    helpdesk.bodies.clear();
    Reconciliation away = reconcile(3);
    assertThat(wrong(away)).isEmpty();
    assertThat(rung(away).says()).contains("3: its place cannot be reached");
  }

  @Test
  void aLostFileIsNamed() {
    helpdesk.lost = "1";
    assertThat(wrong(reconcile(0))).contains("missing-on-target " + files.get(0) + " ");
  }

  /** Three notes with a file each on one ticket. */
  private static final class Helpdesk implements TargetReader {
    private final Map<String, Download> bodies = new HashMap<>();
    private String lost = "";
    private int asked;

    @Override
    public Reach reach(TargetModule module) {
      return module.hanging() ? Reach.BENEATH : Reach.PAGES;
    }

    @Override
    public Page page(TargetModule module, int number) {
      return new Page(List.of(new Row(TargetModule.TICKETS, "70", "{\"id\":70}", Map.of())), true);
    }

    @Override
    public Page changedSince(TargetModule module, Instant since, int number) {
      return new Page(List.of(), true);
    }

    @Override
    public List<Row> under(TargetModule module, TargetModule parent, String parentId) {
      return List.of("1", "2", "3").stream()
          .filter(id -> !id.equals(lost))
          .map(
              id ->
                  new Row(
                      module,
                      id,
                      "{\"id\":\"" + id + "\",\"file_name\":\"a.txt\",\"bytes\":7}",
                      Map.of(TICKET, List.of("70"))))
          .toList();
    }

    @Override
    public boolean givesBodies(TargetModule module) {
      return true;
    }

    @Override
    public Optional<Download> body(Row file, Path into, long cap) {
      asked++;
      return Optional.of(
          Optional.ofNullable(bodies.get(file.id()))
              .orElseThrow(
                  () -> new RemoteException(RemoteException.Kind.UNREACHABLE, "nobody answers")));
    }

    @Override
    public Set<String> members(String listId) {
      return Set.of();
    }

    @Override
    public Optional<Row> one(TargetModule module, String id) {
      return Optional.empty();
    }

    @Override
    public List<Row> find(TargetModule module, String kind, String value) {
      return List.of();
    }
  }
}
