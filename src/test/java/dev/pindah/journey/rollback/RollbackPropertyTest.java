package dev.pindah.journey.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.journey.rollback.HostileTarget.Killed;
import dev.pindah.journey.rollback.Rollback.Scope;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Random accounts, random deaths: what was ours goes, what was theirs is as it was or as they left
 * it.
 */
class RollbackPropertyTest {
  private static final int RECORDS = 12;

  @TempDir Path folder;

  private final Map<String, Integer> expected = new TreeMap<>();

  /** Records that must stand at the end, as they must stand. */
  private final Map<String, ObjectNode> left = new TreeMap<>();

  static List<Integer> seeds() {
    List<Integer> seeds = new ArrayList<>();
    for (int seed = 0; seed < 15; seed++) {
      seeds.add(seed);
    }
    return seeds;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyRecordEndsWhereItBelongs(int seed) {
    Random random = new Random(seed);
    HostileTarget target = new HostileTarget(random);
    try (Ledger ledger = JdbcLedger.open("ledger.db", folder, Clock.systemUTC())) {
      for (int number = 0; number < RECORDS; number++) {
        contact(number, random, target, ledger);
      }
      Outcome dry = rollback(target, ledger).run(Scope.dryRun());
      Outcome outcome = survive(random, target, ledger);
      assertThat(
              Map.of(
                  "reversed", (int) outcome.reversed(),
                  "kept", (int) outcome.keptCount(),
                  "gone", (int) outcome.gone(),
                  "untouched", (int) outcome.untouched(),
                  "errored", (int) outcome.erroredCount()))
          .isEqualTo(
              Map.of(
                  "reversed", expected.getOrDefault("reversed", 0),
                  "kept", expected.getOrDefault("kept", 0),
                  "gone", expected.getOrDefault("gone", 0),
                  "untouched", expected.getOrDefault("untouched", 0),
                  "errored", 0));
      assertThat(dry.reversed()).isEqualTo(outcome.reversed());
      assertThat(dry.keptCount()).isEqualTo(outcome.keptCount());
      Map<String, ObjectNode> stands = new TreeMap<>(target.of(TargetModule.CONTACTS));
      stands.putAll(target.of(TargetModule.NOTES));
      stands.values().forEach(row -> row.remove("updated_at"));
      assertThat(stands).isEqualTo(left);
      assertThat(outcome.proof().orElseThrow().explained())
          .as(outcome.proof().orElseThrow().modules().toString())
          .isTrue();
      long standing = ledger.<Long>read(tables -> tables.crosswalk().count(ObjectName.CONTACT));
      assertThat(standing + ledger.<Long>read(t -> t.crosswalk().count(ObjectName.NOTE)))
          .isEqualTo(outcome.keptCount());
    }
  }

  /** Dies some times, then lives on. */
  private static Outcome survive(Random random, HostileTarget target, Ledger ledger) {
    for (int life = 0; life < 4; life++) {
      target.dieAfter(random.nextInt(40));
      try {
        rollback(target, ledger).run(Scope.everything());
      } catch (Killed died) {
        // The next one goes on.
      } catch (dev.pindah.connect.RemoteException unreachable) {
        // So does it after an outage.
      }
    }
    target.calm();
    return rollback(target, ledger).run(Scope.everything());
  }

  private static Rollback rollback(HostileTarget target, Ledger ledger) {
    return new Rollback(target, ledger, Clock.systemUTC(), any -> {}, ProgressSink.SILENT);
  }

  private void contact(int number, Random random, HostileTarget target, Ledger ledger) {
    RecordKey key = new RecordKey(ObjectName.CONTACT, "c" + number);
    String id = Integer.toString(1000 + number);
    boolean ours = random.nextInt(3) > 0;
    boolean matched = !ours && random.nextBoolean();
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    attributes.put("first_name", "Sari " + number).put("city", "Bandung");
    attributes.put("cf_code", "Q" + number);
    ObjectNode before = row(id, "Before", "Solo", "old", "vip");
    ObjectNode now =
        matched
            ? before.deepCopy()
            : row(id, "Sari " + number, "Bandung", "Q" + number, "vip", "qontak-import");
    target.put(TargetModule.CONTACTS, now);
    read(Reading.AFTER, TargetModule.CONTACTS, now, ledger);
    if (!ours) {
      read(Reading.BEFORE, TargetModule.CONTACTS, before, ledger);
    }
    save(
        new Candidate(
            key,
            Step.RECORD,
            TargetModule.CONTACTS,
            attributes,
            List.of(),
            ours ? RecordState.CREATED : matched ? RecordState.MATCHED : RecordState.UPDATED,
            "",
            List.of()),
        new Pair(
            key,
            TargetModule.CONTACTS,
            id,
            ours,
            ours ? "" : before.toString(),
            matched ? "" : "h"),
        ledger);
    int fate = random.nextInt(6);
    if (fate == 0 && !matched) {
      touch(now, random);
      count("kept");
      left.put(id, plain(now));
    } else if (fate == 1 && ours) {
      target.remove(TargetModule.CONTACTS, id);
      count("gone");
    } else if (ours) {
      count("reversed");
    } else {
      count(matched ? "untouched" : "reversed");
      left.put(id, plain(before));
    }
    boolean kept = fate == 0 && !matched;
    if ((fate != 1 || !ours) && note(number, key, id, random, target, ledger) && ours && !kept) {
      // The note would go with it.
      expected.merge("reversed", -1, Integer::sum);
      count("kept");
      left.put(id, plain(now));
    }
  }

  /** A note on the contact; answers whether somebody changed it. */
  private boolean note(
      int number, RecordKey parent, String id, Random random, HostileTarget target, Ledger ledger) {
    RecordKey key = new RecordKey(ObjectName.NOTE, "n" + number);
    ObjectNode row =
        JsonMapper.shared().createObjectNode().put("id", Integer.toString(5000 + number));
    row.put("description", "[qontak:note:n" + number + "] halo");
    target.put(TargetModule.NOTES, row);
    target.hang(row.path("id").asString(), id);
    read(Reading.WRITTEN, TargetModule.NOTES, row, ledger);
    ObjectNode attributes = JsonMapper.shared().createObjectNode();
    attributes.set("description", row.path("description"));
    save(
        new Candidate(
            key,
            Step.RECORD,
            TargetModule.NOTES,
            attributes,
            List.of(new Link(Link.Role.CONTACT, parent)),
            RecordState.CREATED,
            "",
            List.of()),
        new Pair(key, TargetModule.NOTES, row.path("id").asString(), true, "", "h"),
        ledger);
    if (random.nextInt(6) == 0) {
      row.put("description", "diubah");
      count("kept");
      left.put(row.path("id").asString(), plain(row));
      return true;
    }
    count("reversed");
    return false;
  }

  /** A cell that we wrote, a custom one that we did not, or a tag. */
  private static void touch(ObjectNode row, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> row.put("city", "Medan");
      case 1 -> ((ObjectNode) row.path("custom_field")).put("cf_other", "theirs");
      default -> row.withArray("tags").add("penting");
    }
  }

  private void count(String bucket) {
    expected.merge(bucket, 1, Integer::sum);
  }

  private static ObjectNode plain(ObjectNode row) {
    ObjectNode plain = row.deepCopy();
    plain.remove("updated_at");
    return plain;
  }

  private static ObjectNode row(String id, String name, String city, String code, String... tags) {
    ObjectNode row = JsonMapper.shared().createObjectNode();
    row.put("id", id).put("first_name", name).put("city", city);
    row.putObject("custom_field").put("cf_code", code).put("cf_other", "own");
    for (String tag : tags) {
      row.withArray("tags").add(tag);
    }
    return row;
  }

  private static void read(Reading reading, TargetModule module, ObjectNode row, Ledger ledger) {
    ledger.record(
        tables ->
            tables
                .targetRecords()
                .save(
                    reading,
                    List.of(
                        new TargetRecord(
                            module,
                            row.path("id").asString(),
                            plain(row).toString(),
                            Map.of(),
                            Instant.now()))));
  }

  private static void save(Candidate candidate, Pair pair, Ledger ledger) {
    ledger.record(
        tables -> {
          tables.candidates().save(List.of(candidate));
          tables.crosswalk().save(List.of(pair));
        });
  }
}
