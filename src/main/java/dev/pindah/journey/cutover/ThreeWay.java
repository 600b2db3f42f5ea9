package dev.pindah.journey.cutover;

import dev.pindah.connect.TargetReader;
import dev.pindah.connect.TargetReader.Reach;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.ledger.TargetRecords.Reading;
import dev.pindah.ledger.TargetRecords.TargetRecord;
import dev.pindah.model.Candidate;
import dev.pindah.model.Kept;
import dev.pindah.model.KeptCell;
import dev.pindah.model.KeptCell.State;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import dev.pindah.model.row.TargetRow;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every cell three ways: what was written last, what the source wants now, what stands on the
 * target now. Changed in the source only: it is written. Changed on the target only: it is kept.
 * Changed on both: it waits for a person.
 */
public final class ThreeWay {
  private static final String CUSTOM = "cf_";

  /** An amount that nobody gave. */
  private static final Pattern ZERO = Pattern.compile("0+(\\.0+)?");

  /** Standard fields that the target fills by itself where nobody says anything. */
  private static final Set<String> FILLED_BY_TARGET =
      Set.of(
          "owner_id",
          "responder_id",
          "group_id",
          "lifecycle_stage_id",
          "contact_status_id",
          "deal_pipeline_id",
          "deal_stage_id",
          "probability",
          "forecast_category",
          "currency_id",
          "closed_date",
          "completed_date",
          "status",
          "priority",
          "source",
          "time_zone",
          "language");

  /** In the names of the fields that hold our own marks. */
  private static final String OWN = "qontak_";

  private final TargetReader reader;
  private final Ledger ledger;
  private final Clock clock;
  private final ProgressSink progress;

  public ThreeWay(TargetReader reader, Ledger ledger, Clock clock, ProgressSink progress) {
    this.reader = reader;
    this.ledger = ledger;
    this.clock = clock;
    this.progress = progress;
  }

  /** Reads the target as it stands now; notes are only read where they are written. */
  public void readTarget() {
    Set<TargetModule> modules = EnumSet.noneOf(TargetModule.class);
    modules.addAll(ledger.read(tables -> tables.crosswalk().modules()));
    for (TargetModule module : modules) {
      if (reader.reach(module) == Reach.PAGES && module != TargetModule.LISTS) {
        ledger.record(tables -> tables.targetRecords().clear(Reading.AFTER, module));
        reader.pages(module, rows -> save(module, rows));
      }
    }
  }

  private void save(TargetModule module, List<Row> rows) {
    List<TargetRecord> records =
        rows.stream()
            .map(
                row ->
                    new TargetRecord(
                        row.module(), row.id(), row.json(), row.keys(), clock.instant()))
            .toList();
    ledger.record(tables -> tables.targetRecords().save(Reading.AFTER, records));
    progress.at("cutover: read " + module.wire() + " of the target", rows.size(), -1);
  }

  /**
   * Compares candidates as the source gives them now, before they replace those that were written.
   */
  public void compare(List<Candidate> wanted) {
    ledger.record(
        tables -> {
          Kept kept = new Kept(tables.keptCells().all());
          List<KeptCell> found = new ArrayList<>();
          List<KeptCell> over = new ArrayList<>();
          for (Candidate candidate : wanted) {
            compare(candidate, kept, tables, found, over);
          }
          tables.keptCells().remove(over);
          tables.keptCells().save(found);
        });
  }

  private static void compare(
      Candidate candidate, Kept kept, Tables tables, List<KeptCell> found, List<KeptCell> over) {
    // People of the helpdesk who were there before us are not written at all.
    if (candidate.state() != RecordState.READY || candidate.step() == Step.REQUESTER) {
      return;
    }
    Optional<Stored> stored =
        tables
            .candidates()
            .find(candidate.key(), candidate.step())
            .filter(known -> known.state().onTarget());
    Optional<Pair> pair = tables.crosswalk().find(candidate.key());
    Optional<TargetRecord> now =
        pair.flatMap(
            known -> tables.targetRecords().find(Reading.AFTER, known.module(), known.targetId()));
    if (stored.isEmpty() || now.isEmpty()) {
      return;
    }
    TargetRow row = new TargetRow(now.get().json());
    ObjectNode written = stored.get().candidate().attributes();
    Cells cells = new Cells(candidate, written, row, later(candidate, tables));
    for (KeptCell cell : kept.of(candidate.key(), candidate.step())) {
      cells.again(cell, found, over);
    }
    cells.changed(found);
    if (candidate.step() == Step.RECORD && pair.get().ours()) {
      cells.filled(found);
    }
  }

  /** Attributes that a later step writes again: there they are compared. */
  private static Set<String> later(Candidate candidate, Tables tables) {
    Set<String> later = new TreeSet<>();
    if (candidate.step() == Step.RECORD) {
      for (Step step : List.of(Step.CLOSING, Step.LIFECYCLE)) {
        tables
            .candidates()
            .find(candidate.key(), step)
            .ifPresent(stored -> later.addAll(stored.candidate().attributes().propertyNames()));
      }
    }
    return later;
  }

  /** The cells of one candidate. */
  private static final class Cells {
    private final Candidate candidate;
    private final ObjectNode wanted;
    private final ObjectNode written;
    private final TargetRow row;
    private final Set<String> edited;
    private final Set<String> missing;
    private final Set<String> done;

    private Cells(Candidate candidate, ObjectNode written, TargetRow row, Set<String> elsewhere) {
      this.candidate = candidate;
      this.wanted = candidate.attributes();
      this.written = written;
      this.row = row;
      this.edited = row.differences(written).keySet();
      this.missing = row.differences(wanted).keySet();
      this.done = elsewhere;
    }

    /** A cell that was kept before. */
    private void again(KeptCell cell, List<KeptCell> found, List<KeptCell> over) {
      String name = cell.attribute();
      done.add(name);
      if (cell.state() == State.EMPTIED) {
        if (wanted.has(name)) {
          over.add(cell);
          done.remove(name);
        }
      } else if (cell.state() == State.SOURCE) {
        chosen(cell, found, over);
      } else if (!text(wanted.path(name)).equals(cell.sourceValue())) {
        if (wanted.has(name) && !missing.contains(name)) {
          over.add(cell);
        } else {
          found.add(kept(name, State.CONFLICT));
        }
      }
    }

    /**
     * A cell for which the source was chosen: until it is written, and not over what came since.
     */
    private void chosen(KeptCell cell, List<KeptCell> found, List<KeptCell> over) {
      String name = cell.attribute();
      if (!wanted.has(name)) {
        found.add(kept(name, State.EMPTIED));
      } else if (stands(name, cell.sourceValue())) {
        over.add(cell);
      } else if (!text(row.attribute(name)).equals(cell.targetValue())) {
        found.add(kept(name, State.CONFLICT));
      }
    }

    private boolean stands(String name, String value) {
      ObjectNode meant = JsonMapper.shared().createObjectNode();
      return !value.isEmpty()
          && row.differences(meant.set(name, JsonMapper.shared().readTree(value))).isEmpty();
    }

    private void changed(List<KeptCell> found) {
      Set<String> names = new TreeSet<>(written.propertyNames());
      names.addAll(wanted.propertyNames());
      names.removeAll(done);
      for (String name : names) {
        boolean same = text(wanted.path(name)).equals(text(written.path(name)));
        boolean there = written.has(name) ? edited.contains(name) : filledByPeople(name);
        if (!there) {
          if (!wanted.has(name) && !written.path(name).isNull()) {
            found.add(kept(name, State.EMPTIED));
          }
        } else if (same || !wanted.has(name)) {
          found.add(kept(name, State.EDITED));
        } else if (missing.contains(name)) {
          found.add(kept(name, State.CONFLICT));
        }
      }
      done.addAll(names);
    }

    private boolean filledByPeople(String name) {
      return row.filled().contains(name)
          && (name.startsWith(CUSTOM)
              || (!FILLED_BY_TARGET.contains(name)
                  && !ZERO.matcher(row.attribute(name).asString("")).matches()));
    }

    /** Filled by people where neither we nor the source have anything. */
    private void filled(List<KeptCell> found) {
      row.filled().stream()
          .filter(name -> name.startsWith(CUSTOM) && !name.contains(OWN) && !done.contains(name))
          .forEach(name -> found.add(kept(name, State.EDITED)));
    }

    private KeptCell kept(String name, State state) {
      return new KeptCell(
          candidate.key(),
          candidate.step(),
          name,
          state,
          text(wanted.path(name)),
          text(row.attribute(name)));
    }

    private static String text(JsonNode value) {
      return value.isMissingNode() ? "" : value.toString();
    }
  }
}
