package dev.pindah.model.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A raw Qontak record, read leniently: scalars and arrays swap places, numbers come as text, a
 * field of the schema may have another name on the record, custom values stand in a list of their
 * own.
 */
public final class SourceRow {
  /** Amounts keep all their digits, and numbers of any size are numbers. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** Names in the schema that differ from the member on the record. */
  private static final Map<String, List<String>> MEMBERS =
      Map.of(
          "crm_phones", List.of("telephone", "phone", "crm_phones"),
          "telephone", List.of("telephone", "phone"),
          "crm_contact", List.of("crm_lead_ids", "crm_contact"),
          "crm_company", List.of("crm_company_id", "crm_company"),
          "crm_person", List.of("crm_person_id", "crm_lead_id", "crm_person"),
          "crm_deal", List.of("crm_deal_id", "crm_deal"),
          "crm_deal_status_id", List.of("crm_deal_status_id", "crm_deal_status"));

  /** The id's name with another ending; which one differs from object to object. */
  private static final List<String> LABEL_ENDINGS = List.of("_name", "_names", "_full_name");

  private static final int LONGEST_SCALE = 100;

  private final JsonNode json;

  public SourceRow(String text) {
    this.json = JSON.readTree(text);
  }

  /** The field's content; {@code key} is a field name, or {@code name#id} for a repeated one. */
  public SourceValue value(String key) {
    int hash = key.indexOf('#');
    if (hash >= 0) {
      return additional(item -> key.substring(hash + 1).equals(item.path("id").asString("")));
    }
    for (String member : MEMBERS.getOrDefault(key, List.of(key))) {
      if (json.has(member)) {
        SourceValue value = new SourceValue(texts(json.get(member)), label(member));
        if (!value.blank()) {
          return value;
        }
      }
    }
    return additional(item -> key.equals(item.path("name").asString("")));
  }

  /** The same record with another value of one field; a blank text empties it. */
  public SourceRow with(String key, String text) {
    JsonNode copy = json.deepCopy();
    int hash = key.indexOf('#');
    if (hash < 0 && copy instanceof ObjectNode members) {
      String member =
          MEMBERS.getOrDefault(key, List.of(key)).stream()
              .filter(json::has)
              .findFirst()
              .orElse(key);
      members.put(member, text);
      labelMembers(member).filter(json::has).forEach(members::remove);
    }
    String id = key.substring(hash + 1);
    boolean found = hash < 0;
    for (String list : List.of("additional_fields", "additional_field")) {
      for (JsonNode item : copy.path(list)) {
        if (hash >= 0 && id.equals(item.path("id").asString(""))) {
          ((ObjectNode) item).put("value", text).put("value_name", text);
          found = true;
        }
      }
    }
    if (!found && copy instanceof ObjectNode members) {
      members
          .withArray("additional_fields")
          .addObject()
          .put("id", id)
          .put("name", key.substring(0, hash))
          .put("value", text)
          .put("value_name", text);
    }
    return new SourceRow(copy.toString());
  }

  public String json() {
    return json.toString();
  }

  /** All ids that a member holds, whether it is a scalar, an array or null. */
  public List<String> ids(String member) {
    return texts(json.path(member)).stream().filter(id -> !id.equals("0")).toList();
  }

  /** The text of a member, or blank. */
  public String text(String member) {
    List<String> texts = texts(json.path(member));
    return texts.isEmpty() ? "" : texts.getFirst();
  }

  /** A member as it is, for those that are more than a value. */
  public JsonNode member(String name) {
    return json.path(name);
  }

  /** Keys of all members and custom fields that hold something, named as a schema would. */
  public Set<String> filled() {
    Set<String> filled = new LinkedHashSet<>();
    json.propertyStream()
        .filter(member -> !texts(member.getValue()).isEmpty())
        .map(Map.Entry::getKey)
        .forEach(filled::add);
    items()
        .filter(item -> !value(item).blank())
        .forEach(
            item ->
                filled.add(item.path("name").asString("") + "#" + item.path("id").asString("")));
    return filled;
  }

  /** Every member that a field of the schema speaks for, labels included. */
  public static Stream<String> members(String key) {
    List<String> members = MEMBERS.getOrDefault(key, List.of(key));
    return members.stream()
        .flatMap(member -> Stream.concat(Stream.of(member), labelMembers(member)));
  }

  private static Stream<String> labelMembers(String member) {
    if (member.equals("crm_deal_status_id")) {
      return Stream.of("crm_deal_status");
    }
    String stem = member.replaceFirst("_ids?$", "");
    return stem.equals(member)
        ? Stream.empty()
        : LABEL_ENDINGS.stream().map(ending -> stem + ending);
  }

  private List<String> label(String member) {
    return labelMembers(member)
        .map(name -> texts(json.path(name)))
        .filter(texts -> !texts.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private SourceValue additional(java.util.function.Predicate<JsonNode> wanted) {
    return items().filter(wanted).map(SourceRow::value).findFirst().orElse(SourceValue.BLANK);
  }

  private Stream<JsonNode> items() {
    return Stream.concat(
        json.path("additional_fields").valueStream(), json.path("additional_field").valueStream());
  }

  private static SourceValue value(JsonNode item) {
    return new SourceValue(texts(item.path("value")), texts(item.path("value_name")));
  }

  /** Everything that is not one of the source's forms of empty. */
  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isArray()) {
      node.valueStream().forEach(element -> texts.addAll(texts(element)));
    } else if (node.isObject()) {
      if (!node.isEmpty()) {
        texts.add(node.toString());
      }
    } else if (!node.isNull() && !node.isMissingNode()) {
      String text = node.isNumber() ? number(node) : node.asString("");
      if (!text.isBlank()) {
        texts.add(text.strip());
      }
    }
    return texts;
  }

  /** Written out, unless that would fill the memory: 1e999999999 is a number too. */
  private static String number(JsonNode node) {
    BigDecimal number = node.decimalValue();
    return Math.abs((long) number.scale()) > LONGEST_SCALE
        ? number.toString()
        : number.toPlainString();
  }
}
