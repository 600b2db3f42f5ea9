package dev.pindah.console;

import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Requests.Request;
import dev.pindah.ledger.Requests.State;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.KeptCell;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.Verdict;
import dev.pindah.model.proof.Business;
import dev.pindah.model.proof.FanOut;
import dev.pindah.model.proof.Proof;
import dev.pindah.model.proof.Rung;
import dev.pindah.model.proof.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A ledger in which every text that comes from outside is hostile. */
final class HostileLedger {
  static final RecordKey KEY = new RecordKey(ObjectName.CONTACT, "7");

  private HostileLedger() {}

  static void fill(Ledger ledger) {
    ledger.record(
        tables -> {
          record(tables);
          held(tables);
          decisions(tables);
          findings(tables);
          proof(tables);
          conflicts(tables);
          requests(tables);
        });
  }

  private static ObjectNode json() {
    return JsonMapper.shared().createObjectNode();
  }

  private static void record(Tables tables) {
    ObjectNode row = json().put("first_name", Hostile.ALL).put("crm_status_name", Hostile.text(1));
    save(tables, KEY, row);
    List<Cell> cells = new ArrayList<>();
    for (int number = 0; number < Hostile.TEXTS.size(); number++) {
      cells.add(
          new Cell(
              Hostile.text(number),
              Hostile.text(number + 1),
              new Verdict.Degraded(Hostile.text(number + 2))));
    }
    cells.add(new Cell("first_name", "first_name", new Verdict.Exact()));
    tables
        .candidates()
        .save(
            List.of(
                new Candidate(
                    KEY,
                    Step.RECORD,
                    TargetModule.CONTACTS,
                    json().put("first_name", Hostile.ALL),
                    List.of(),
                    RecordState.READY,
                    "",
                    cells)));
    tables
        .crosswalk()
        .save(List.of(new Pair(KEY, TargetModule.CONTACTS, Hostile.text(0), true, "", "")));
    tables
        .targetRecords()
        .save(
            Reading.AFTER,
            List.of(
                new TargetRecord(
                    TargetModule.CONTACTS,
                    Hostile.text(0),
                    json().put("first_name", Hostile.ALL).toString(),
                    Map.of(),
                    OpenConsole.THEN)));
  }

  private static void save(Tables tables, RecordKey key, ObjectNode row) {
    tables
        .sourceRecords()
        .save(
            List.of(
                new SourceRecord(
                    key,
                    Optional.empty(),
                    row.toString(),
                    Fingerprint.of(row),
                    OpenConsole.THEN,
                    true,
                    false)));
  }

  private static void held(Tables tables) {
    for (int number = 0; number < Hostile.TEXTS.size(); number++) {
      RecordKey key = new RecordKey(ObjectName.COMPANY, "c" + number);
      save(tables, key, json().put("name", Hostile.text(number)));
      tables
          .candidates()
          .save(
              List.of(
                  new Candidate(
                      key,
                      Step.RECORD,
                      TargetModule.SALES_ACCOUNTS,
                      json(),
                      List.of(),
                      number % 2 == 0 ? RecordState.HELD : RecordState.SKIPPED,
                      Hostile.text(number),
                      List.of())));
    }
  }

  private static void decisions(Tables tables) {
    for (String text : Hostile.TEXTS) {
      tables.decisions().append(text, text, text, text, OpenConsole.THEN);
    }
    tables
        .decisions()
        .append("gate-passed", "gate:automation-off", Hostile.ALL, Hostile.ALL, OpenConsole.THEN);
    tables
        .decisions()
        .append(
            "sample-judged", "sample:contact:7", "x", "wrong: " + Hostile.ALL, OpenConsole.THEN);
  }

  private static void findings(Tables tables) {
    List<Finding> findings = new ArrayList<>();
    for (int number = 0; number < Hostile.TEXTS.size(); number++) {
      findings.add(
          new Finding(
              Hostile.text(number),
              Severity.ERROR,
              number % 2 == 0 ? "contact" : Hostile.text(number),
              Hostile.text(number + 1),
              Hostile.text(number + 2),
              Hostile.text(number + 3)));
    }
    tables.findings().replace("reconcile", findings);
  }

  private static void proof(Tables tables) {
    List<Business.Line> lines = new ArrayList<>();
    for (int number = 0; number < Hostile.TEXTS.size(); number++) {
      lines.add(
          new Business.Line(
              Hostile.text(number),
              Hostile.text(number + 1),
              Hostile.text(number + 2),
              number % 3 == 0 ? Hostile.text(number) : "2026-0" + (1 + number % 9),
              "IDR",
              2,
              2,
              "1500000",
              "1500000",
              number % 4 == 0 ? "1" : "1500000"));
    }
    tables
        .proofs()
        .save(
            new Proof(
                "2026-10-09T03:00:00Z",
                List.of(
                    Rung.of("completeness", true, "x", 3L, 4L),
                    new Rung(
                        Hostile.text(0), Rung.State.FAILED, Hostile.ALL, List.of(), Hostile.ALL)),
                List.of(),
                List.of(),
                List.of(new FanOut(Hostile.text(3), Hostile.text(4), 2, 5, 4)),
                List.of(),
                new Business(lines, List.of(), List.of(), 0),
                new Sample(
                    Hostile.ALL,
                    List.of(new Sample.Drawn("contact", "7", Hostile.ALL)),
                    10,
                    0.5,
                    20)));
  }

  private static void conflicts(Tables tables) {
    List<KeptCell> cells = new ArrayList<>();
    for (String text : Hostile.TEXTS) {
      cells.add(
          new KeptCell(
              KEY,
              Step.RECORD,
              text,
              KeptCell.State.CONFLICT,
              JsonMapper.shared().writeValueAsString(text),
              JsonMapper.shared().writeValueAsString(Hostile.ALL)));
    }
    tables.keptCells().save(cells);
  }

  /** What prepare wrote. */
  static void prepared(Path folder) throws IOException {
    ObjectNode prepare = json();
    for (String text : Hostile.TEXTS) {
      ObjectNode item = prepare.withArray("toDo").addObject();
      item.put("product", text).put("module", text).put("kind", text).put("label", text);
      item.put("type", text).putArray("choices").add(text);
      item.putArray("stages").addObject().put("name", text).put("type", text);
      prepare
          .withArray("impossible")
          .addObject()
          .put("product", text)
          .put("module", text)
          .put("kind", text)
          .put("label", text)
          .put("detail", text)
          .put("plan", text);
      prepare
          .withArray("diff")
          .addObject()
          .put("state", "hand")
          .put("product", text)
          .put("module", text);
      prepare
          .withArray("limits")
          .addObject()
          .put("module", text)
          .put("kind", text)
          .put("have", 3)
          .put("wanted", 2)
          .put("limit", text.length() % 2 == 0 ? 4 : 10);
      prepare
          .withArray("checks")
          .addObject()
          .put("id", text)
          .put("severity", "error")
          .put("ok", false)
          .put("detail", text)
          .put("remedy", text);
    }
    Files.writeString(
        Files.createDirectories(folder.resolve("reports")).resolve("prepare.json"),
        prepare.toString());
  }

  private static void requests(Tables tables) {
    ObjectNode delta =
        json().put("conflicts", 16).put("lag", 3).put("kept", 1).put("tombstones", 2);
    answered(tables, "delta", delta);
    ObjectNode look = json().put("reversed", 5).put("kept", 1).put("errored", 0);
    look.putArray("residue").add(Hostile.ALL);
    look.putArray("keptRecords")
        .addObject()
        .put("object", Hostile.text(0))
        .put("id", Hostile.ALL)
        .put("reason", Hostile.ALL);
    answered(tables, "rollback-look", look);
    ObjectNode failed = json();
    failed.putObject("error").put("exit", 2).put("message", Hostile.ALL);
    answered(tables, Hostile.text(1), failed);
  }

  private static void answered(Tables tables, String wish, ObjectNode answer) {
    Request request = tables.requests().ask(wish, "", Hostile.text(2), OpenConsole.THEN);
    tables.requests().move(request, State.DONE, answer.toString(), OpenConsole.THEN);
  }
}
