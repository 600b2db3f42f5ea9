package dev.pindah.journey.transform;

import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.row.SourceRow;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A source cell as a line for people: label and value, ids resolved, times in the account's zone.
 */
final class Lines {
  private static final String CHECK_IN = "crm_checkin_attributes";

  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*");

  /** Members that name a person by id. */
  private static final Pattern PERSON = Pattern.compile("(creator|user|reporter|modifier)_id");

  private final Dates dates;
  private final Owners owners;

  Lines(Dates dates, Owners owners) {
    this.dates = dates;
    this.owners = owners;
  }

  String line(FieldRule rule, FieldSchema schema, SourceValue value, SourceRow row) {
    return label(rule) + ": " + text(rule.source(), schema, value, row);
  }

  /** Members that no schema lists have their name for a label. */
  static String label(FieldRule rule) {
    return rule.label().isBlank() || rule.label().equals(rule.source())
        ? title(rule.source())
        : rule.label().strip();
  }

  private String text(String source, FieldSchema schema, SourceValue value, SourceRow row) {
    JsonNode place = row.member(CHECK_IN);
    if (source.equals(CHECK_IN) && place.isObject()) {
      return place(place);
    }
    if (schema.type() == FieldType.CHECKLIST) {
      return checklist(value.text());
    }
    List<String> labels = Values.labels(value, schema);
    boolean person = value.labels().isEmpty() && PERSON.matcher(source).find();
    return labels.stream()
        .map(label -> person && owners.knows(label) ? owners.name(label) : label)
        .map(label -> TIME.matcher(label).matches() ? dates.stamp(label) : label)
        .map(PlainText::of)
        .collect(Collectors.joining(", "));
  }

  private static String checklist(String text) {
    JsonNode list;
    try {
      list = JsonMapper.shared().readTree(text);
    } catch (JacksonException notJson) {
      return text;
    }
    JsonNode items = list.isArray() ? list : list.path("checklist_details_attributes");
    return items.isArray()
        ? items
            .valueStream()
            .map(
                item ->
                    (item.path("completed").asBoolean(false) ? "[x] " : "[ ] ")
                        + item.path("name").asString(""))
            .collect(Collectors.joining(", "))
        : text;
  }

  /** {@code lattitude} is how the source spells it. */
  static String place(JsonNode checkIn) {
    String where =
        Stream.of("place_name", "address", "kota_nm", "provinsi_nm", "negara_nm")
            .map(member -> checkIn.path(member).asString("").strip())
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    String latitude =
        checkIn.path("lattitude").asString(checkIn.path("latitude").asString("")).strip();
    String longitude = checkIn.path("longitude").asString("").strip();
    String time = checkIn.path("checkin_time").asString("").strip();
    return Stream.of(where, latitude.isEmpty() ? "" : "(" + latitude + ", " + longitude + ")", time)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** For members that no schema labels. */
  static String title(String member) {
    String words = member.replaceFirst("^crm_", "").replaceFirst("_ids?$", "").replace('_', ' ');
    return words.isEmpty()
        ? member
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
