package dev.pindah.journey.map.match;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.pindah.model.schema.FieldType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** CRM fields of invented companies and the target field that a person would choose, if any. */
final class LabelledFields {
  private static final String EVERYBODY = "*";

  /**
   * One object of one company.
   *
   * @param truth per source the index of its target, -1 for none
   */
  record Sheet(
      String company,
      String object,
      List<Column> sources,
      List<Column> targets,
      List<Integer> truth) {}

  private LabelledFields() {}

  /** The fields that the weights are fitted on. */
  static List<Sheet> load() {
    return sheets(rows("crm-sources.csv"), rows("crm-targets.csv"));
  }

  /** Fields of five more companies, never fitted on; the glossary knows words of four of them. */
  static List<Sheet> heldOut() {
    return beside("heldout");
  }

  /** Fields of three more that were written when glossary and weights were finished. */
  static List<Sheet> unseen() {
    return beside("unseen");
  }

  private static List<Sheet> beside(String name) {
    List<NamedCsvRecord> targets = new ArrayList<>(rows("crm-targets.csv"));
    targets.addAll(rows(name + "-targets.csv"));
    return sheets(rows(name + "-sources.csv"), targets);
  }

  private static List<Sheet> sheets(List<NamedCsvRecord> sources, List<NamedCsvRecord> targets) {
    Set<List<String>> keys = new LinkedHashSet<>();
    sources.forEach(row -> keys.add(List.of(row.getField("company"), row.getField("object"))));
    return keys.stream()
        .map(key -> sheet(key.getFirst(), key.getLast(), sources, targets))
        .toList();
  }

  private static Sheet sheet(
      String company, String object, List<NamedCsvRecord> sources, List<NamedCsvRecord> targets) {
    List<String> names = new ArrayList<>();
    List<Column> right = new ArrayList<>();
    for (NamedCsvRecord row : targets) {
      boolean here = List.of(company, EVERYBODY).contains(row.getField("company"));
      if (here && row.getField("object").equals(object)) {
        names.add(row.getField("name"));
        right.add(column(row, row.getField("name")));
      }
    }
    List<Column> left = new ArrayList<>();
    List<Integer> truth = new ArrayList<>();
    for (NamedCsvRecord row : sources) {
      if (row.getField("company").equals(company) && row.getField("object").equals(object)) {
        left.add(column(row, row.getField("label")));
        truth.add(names.indexOf(row.getField("target")));
      }
    }
    return new Sheet(company, object, left, right, truth);
  }

  private static Column column(NamedCsvRecord row, String name) {
    String values = row.getField("values");
    return new Column(
        name,
        row.getField("label"),
        ValueKind.of(FieldType.valueOf(row.getField("type").toUpperCase(Locale.ROOT))),
        values.isEmpty() ? List.of() : List.of(values.split("\\|", -1)));
  }

  private static List<NamedCsvRecord> rows(String name) {
    try (InputStream stream =
            Objects.requireNonNull(LabelledFields.class.getResourceAsStream(name));
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(stream)) {
      return rows.stream().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
