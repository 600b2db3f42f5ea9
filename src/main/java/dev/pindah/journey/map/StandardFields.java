package dev.pindah.journey.map;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Transform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The curated map of Qontak's standard fields, one row per field with its reason. */
final class StandardFields {
  /**
   * One row.
   *
   * @param target API name of the target field, a link's role, {@code +Label} for a field to
   *     create, or {@code -} for a field that is documented
   */
  record Row(String object, String source, String target, Transform transform, String reason) {
    boolean creates() {
      return target.startsWith("+");
    }

    boolean documents() {
      return target.equals("-");
    }
  }

  private static final String HELPDESK = "helpdesk_";
  private static final List<Row> ROWS = read();

  private StandardFields() {}

  /** Name under which the rows of an object stand that goes to the module. */
  static String object(String object, TargetModule module) {
    return module == TargetModule.TICKETS ? HELPDESK + object : object;
  }

  static Optional<Row> of(String object, String source) {
    return ROWS.stream()
        .filter(row -> row.object().equals(object) && row.source().equals(source))
        .findFirst();
  }

  /** Fields that records carry although the schema does not list them. */
  static List<Row> of(String object) {
    return ROWS.stream().filter(row -> row.object().equals(object)).toList();
  }

  /** Rows of objects that the mapping file does not decide. */
  static List<Row> fixed() {
    return ROWS.stream()
        .filter(row -> !row.object().startsWith(HELPDESK))
        .filter(
            row ->
                ObjectName.of(row.object())
                    .filter(object -> !Propose.MODULES.containsKey(object))
                    .isPresent())
        .toList();
  }

  private static List<Row> read() {
    try (InputStream file = StandardFields.class.getResourceAsStream("standard-fields.csv");
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream().map(StandardFields::row).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "the map of standard fields is not in the program", unreadable);
    }
  }

  private static Row row(NamedCsvRecord row) {
    return new Row(
        row.getField("object"),
        row.getField("source"),
        row.getField("target"),
        Transform.of(row.getField("transform")).orElseThrow(),
        row.getField("reason"));
  }
}
