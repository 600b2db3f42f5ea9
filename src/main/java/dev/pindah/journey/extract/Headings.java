package dev.pindah.journey.extract;

import dev.pindah.connect.ExportReader.Table;
import dev.pindah.model.ObjectName;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what a downloaded table holds. No heading of a real download is documented, so each is
 * tried as a label of the account, as a label in English and Indonesian, and as the name of the
 * API; a heading that stands twice means the fields of that label in their order.
 */
final class Headings {
  private static final List<ObjectName> OBJECTS =
      List.of(
          ObjectName.CONTACT,
          ObjectName.COMPANY,
          ObjectName.DEAL,
          ObjectName.TASK,
          ObjectName.TICKET,
          ObjectName.PRODUCT);

  /** What files are called; Qontak calls contacts leads. */
  private static final Map<String, ObjectName> FILES =
      Map.ofEntries(
          Map.entry("lead", ObjectName.CONTACT),
          Map.entry("contact", ObjectName.CONTACT),
          Map.entry("kontak", ObjectName.CONTACT),
          Map.entry("compan", ObjectName.COMPANY),
          Map.entry("perusahaan", ObjectName.COMPANY),
          Map.entry("deal", ObjectName.DEAL),
          Map.entry("task", ObjectName.TASK),
          Map.entry("tugas", ObjectName.TASK),
          Map.entry("ticket", ObjectName.TICKET),
          Map.entry("tiket", ObjectName.TICKET),
          Map.entry("product", ObjectName.PRODUCT),
          Map.entry("produk", ObjectName.PRODUCT));

  private static final String DICTIONARY = "headings.txt";

  /** Members of a record that no schema lists. */
  static final String ID = "id";

  private static final List<String> BARE = List.of(ID, "created_at", "updated_at");

  private final Inventory inventory;
  private final Map<String, List<String>> dictionary = dictionary();

  Headings(Inventory inventory) {
    this.inventory = inventory;
  }

  /**
   * What a table holds.
   *
   * @param fields key of the field in each column that was understood
   * @param unknown headings that were not
   */
  record Meaning(ObjectName object, Map<Integer, String> fields, List<String> unknown) {
    Optional<Integer> column(String field) {
      return fields.entrySet().stream()
          .filter(entry -> entry.getValue().equals(field))
          .map(Map.Entry::getKey)
          .findFirst();
    }
  }

  /** Empty when the table is about nothing that Qontak has. */
  Optional<Meaning> of(Table table) {
    Optional<ObjectName> told = told(table.name());
    return OBJECTS.stream()
        .map(object -> meaning(object, table))
        .filter(Headings::enough)
        .max((one, other) -> Integer.compare(weight(one, told), weight(other, told)));
  }

  private static int weight(Meaning meaning, Optional<ObjectName> told) {
    // The file's name decides between tables that could be either.
    return meaning.fields().size() + (told.equals(Optional.of(meaning.object())) ? 1_000 : 0);
  }

  private static boolean enough(Meaning meaning) {
    int all = meaning.fields().size() + meaning.unknown().size();
    boolean named =
        meaning.fields().values().stream()
            .anyMatch(Headings.identifies(meaning.object())::contains);
    return named && meaning.fields().size() >= 2 && meaning.fields().size() * 3 >= all;
  }

  /** Fields of which one must be there to know a record again. */
  static List<String> identifies(ObjectName object) {
    return object == ObjectName.CONTACT
        ? List.of(ID, "email", "crm_phones", "telephone", "first_name")
        : List.of(ID, "name");
  }

  private static Optional<ObjectName> told(String name) {
    String folded = name.toLowerCase(Locale.ROOT).replace('\\', '/');
    String file = folded.substring(folded.lastIndexOf('/') + 1);
    return FILES.entrySet().stream()
        .filter(entry -> file.contains(entry.getKey()) || folded.contains(entry.getKey() + "-csv"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Meaning meaning(ObjectName object, Table table) {
    Map<String, Deque<String>> labels = labels(object);
    Map<Integer, String> fields = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (int column = 0; column < table.headings().size(); column++) {
      String heading = table.headings().get(column);
      if (heading.isBlank()) {
        continue;
      }
      Optional<String> field = take(labels, heading, fields);
      if (field.isPresent()) {
        fields.put(column, field.get());
      } else if (!folded(heading).matches("no|nomor|number|#?")) {
        unknown.add(heading);
      }
    }
    return new Meaning(object, fields, unknown);
  }

  /** Each field once; as the heading stands, else without what is in brackets. */
  private static Optional<String> take(
      Map<String, Deque<String>> labels, String heading, Map<Integer, String> taken) {
    for (String spelling : List.of(heading, heading.replaceAll("\\(.*?\\)|\\[.*?\\]", " "))) {
      Deque<String> waiting = labels.getOrDefault(folded(spelling), new ArrayDeque<>());
      while (!waiting.isEmpty()) {
        String field = waiting.removeFirst();
        if (!taken.containsValue(field)) {
          return Optional.of(field);
        }
      }
    }
    return Optional.empty();
  }

  private Map<String, Deque<String>> labels(ObjectName object) {
    Map<String, Deque<String>> labels = new HashMap<>();
    List<FieldSchema> schema =
        inventory.object(object.wire()).map(ObjectSchema::fields).orElse(List.of());
    // The account's own labels first, of standard fields before the account's own fields.
    schema.forEach(field -> add(labels, field.label(), field.key()));
    for (FieldSchema field : schema) {
      if (!field.custom()) {
        words(object, field.name()).forEach(word -> add(labels, word, field.key()));
      }
      add(labels, field.name(), field.key());
      add(labels, field.key(), field.key());
    }
    for (String bare : BARE) {
      words(object, bare).forEach(word -> add(labels, word, bare));
      add(labels, bare, bare);
    }
    return labels;
  }

  private static void add(Map<String, Deque<String>> labels, String label, String field) {
    String folded = folded(label);
    if (!folded.isEmpty()) {
      labels.computeIfAbsent(folded, first -> new ArrayDeque<>()).addLast(field);
    }
  }

  private List<String> words(ObjectName object, String field) {
    List<String> words = new ArrayList<>();
    words.addAll(dictionary.getOrDefault(object.wire() + "." + field, List.of()));
    words.addAll(dictionary.getOrDefault("any." + field, List.of()));
    return words;
  }

  /** Without case, accents, stars, and whatever stands between words. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}#]+", " ")
        .strip();
  }

  private static Map<String, List<String>> dictionary() {
    try (InputStream bytes = Headings.class.getResourceAsStream(DICTIONARY)) {
      if (bytes == null) {
        throw new IllegalStateException(DICTIONARY + " is not in the program");
      }
      Map<String, List<String>> words = new HashMap<>();
      String all = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.lines().toList()) {
        int equals = line.indexOf('=');
        if (equals > 0 && !line.startsWith("#")) {
          words.put(
              line.substring(0, equals).strip(),
              List.of(line.substring(equals + 1).strip().split(" *\\| *")));
        }
      }
      return words;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
