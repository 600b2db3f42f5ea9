package dev.pindah.report;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.model.Correction;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.row.SourceRow;
import dev.pindah.report.sheet.ErrorSheet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Records of an object that could not move: why, what to do, and their own values, which people may
 * correct in the file and give back.
 */
public final class ErrorRows {
  /** Columns before those of the record. */
  public static final List<String> HEADS =
      List.of("object", "id", "state", "reason", "remedy", "link", "action");

  private static final int CHUNK = 500;
  private static final Set<String> CONTAINERS =
      Set.of("id", "additional_fields", "additional_field", "slug");
  private static final ResourceBundle REMEDIES =
      ResourceBundle.getBundle("dev.pindah.report.remedies");

  private final Ledger ledger;
  private final ObjectName object;
  private final Function<RecordKey, String> link;
  private final Map<RecordKey, List<Correction>> corrections;
  private final Set<String> fields = new LinkedHashSet<>();
  private final List<Map.Entry<List<String>, SourceRow>> rows = new ArrayList<>();

  private ErrorRows(Ledger ledger, ObjectName object, Function<RecordKey, String> link) {
    this.ledger = ledger;
    this.object = object;
    this.link = link;
    this.corrections =
        ledger.read(tables -> tables.corrections().all()).stream()
            .collect(Collectors.groupingBy(Correction::key));
  }

  /**
   * All of an object.
   *
   * @param link where a record can be looked at; blank where nowhere
   */
  public static ErrorRows of(Ledger ledger, ObjectName object, Function<RecordKey, String> link) {
    ErrorRows errors = new ErrorRows(ledger, object, link);
    errors.read(RecordState.REFUSED);
    errors.read(RecordState.HELD);
    return errors;
  }

  private void read(RecordState state) {
    String after = "";
    while (true) {
      String from = after;
      List<Stored> page =
          ledger.read(tables -> tables.candidates().page(object, Step.RECORD, state, from, CHUNK));
      if (page.isEmpty()) {
        return;
      }
      page.forEach(this::add);
      after = page.getLast().candidate().key().id();
    }
  }

  private void add(Stored stored) {
    String reason = stored.candidate().reason();
    RecordKey key = stored.candidate().key();
    String json =
        ledger
            .read(tables -> tables.sourceRecords().find(key))
            .map(record -> record.json())
            .orElse("{}");
    SourceRow row = corrected(json, corrections.getOrDefault(key, List.of()));
    row.filled().stream().filter(field -> !CONTAINERS.contains(field)).forEach(fields::add);
    rows.add(
        Map.entry(
            List.of(
                object.wire(),
                stored.candidate().key().id(),
                stored.state().wire(),
                reason,
                remedy(reason),
                link.apply(key),
                ""),
            row));
  }

  /** What helps against a reason, by its code. */
  public static String remedy(String reason) {
    String code = reason.replaceFirst(":.*", "").strip();
    return REMEDIES.getString(REMEDIES.containsKey(code) ? code : "other");
  }

  /** Cells of a row that say something else than the record does by now. */
  public static List<Correction> changes(
      CorrectionFile.Line line, String json, List<Correction> before) {
    SourceRow row = corrected(json, before);
    return line.cells().entrySet().stream()
        .filter(cell -> !HEADS.contains(cell.getKey()) && !cell.getKey().isBlank())
        .filter(cell -> !same(row.value(cell.getKey()).text(), cell.getValue()))
        .map(cell -> new Correction(line.key(), cell.getKey(), meant(cell.getValue())))
        .toList();
  }

  /** Spreadsheets get a quote before what looks like a formula, and change the ends of lines. */
  private static boolean same(String text, String cell) {
    String given = lines(cell);
    return lines(text).equals(given)
        || lines(CsvReport.neutral(text)).equals(given)
        || lines(ErrorSheet.cell(text)).equals(given);
  }

  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  /** Without the quote that kept it from being a formula. */
  private static String meant(String cell) {
    String text = cell.strip();
    return text.startsWith("'") && !CsvReport.neutral(text.substring(1)).equals(text.substring(1))
        ? text.substring(1)
        : text;
  }

  private static SourceRow corrected(String json, List<Correction> corrections) {
    SourceRow row = new SourceRow(json);
    for (Correction correction : corrections) {
      row = correction.skips() ? row : row.with(correction.field(), correction.text());
    }
    return row;
  }

  public boolean none() {
    return rows.isEmpty();
  }

  public List<String> heads() {
    List<String> heads = new ArrayList<>(HEADS);
    heads.addAll(fields);
    return heads;
  }

  /** Cells in the order of the heads. */
  public List<List<String>> cells() {
    return rows.stream()
        .map(
            row -> {
              List<String> cells = new ArrayList<>(row.getKey());
              fields.forEach(field -> cells.add(row.getValue().value(field).text()));
              return cells;
            })
        .toList();
  }
}
