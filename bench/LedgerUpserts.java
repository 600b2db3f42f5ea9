import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Candidates of 1 KB written in batches of 500 to SQLite with a sync at every commit. */
final class LedgerUpserts {
  private static final int BATCH = 500;
  private static final int BATCHES = 200;
  private static final int ROUNDS = 4;

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target"), "bench");
    // Compilers first: what is measured is the store.
    try (Ledger ledger = JdbcLedger.open("warm-up.db", folder, Clock.systemUTC())) {
      for (List<Candidate> batch : batches(0)) {
        ledger.record(tables -> tables.candidates().save(batch));
      }
    }
    try (Ledger ledger = JdbcLedger.open("bench.db", folder, Clock.systemUTC())) {
      double first = 0;
      double best = 0;
      for (int round = 0; round < ROUNDS; round++) {
        // The first round inserts, the others change every row.
        List<List<Candidate>> batches = batches(round);
        long start = System.nanoTime();
        for (List<Candidate> batch : batches) {
          ledger.record(tables -> tables.candidates().save(batch));
        }
        double rate = BATCH * BATCHES / ((System.nanoTime() - start) / 1e9);
        if (round == 0) {
          first = rate;
        } else {
          best = Math.max(best, rate);
        }
      }
      System.out.printf(
          "{\"benchmark\":\"ledger-upserts\",\"rows\":%d,\"insertsPerSecond\":%.0f,"
              + "\"updatesPerSecond\":%.0f}%n",
          BATCH * BATCHES, first, best);
    }
  }

  private static List<List<Candidate>> batches(int round) {
    List<List<Candidate>> batches = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      List<Candidate> rows = new ArrayList<>();
      for (int row = 0; row < BATCH; row++) {
        rows.add(candidate(batch * BATCH + row, round));
      }
      batches.add(rows);
    }
    return batches;
  }

  private static Candidate candidate(int number, int round) {
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    attributes.put("first_name", "Contoh " + number);
    attributes.put("round", round);
    attributes.put("text", "x".repeat(800));
    return new Candidate(
        new RecordKey(ObjectName.CONTACT, "%08d".formatted(number)),
        Step.RECORD,
        TargetModule.CONTACTS,
        attributes,
        List.of(),
        RecordState.READY,
        "",
        List.of(new Cell("first_name", "first_name", new Verdict.Exact())));
  }
}
