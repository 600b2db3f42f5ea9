package dev.pindah.journey.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.journey.transform.TransformSettings.WithoutEmail;
import dev.pindah.journey.transform.World.Setting;
import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.RecordKey;
import dev.pindah.model.Step;
import dev.pindah.model.row.SourceRow;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a record looks like, every cell gets one verdict and nothing odd is sent. */
class HostileTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int RECORDS = 60;

  private static final Map<String, List<String>> MEMBERS =
      Map.of(
          "contact",
              List.of(
                  "first_name",
                  "last_name",
                  "email",
                  "telephone",
                  "phone",
                  "crm_status_id",
                  "crm_status_name",
                  "crm_source_id",
                  "crm_company_id",
                  "crm_deal_ids",
                  "skor",
                  "gabung",
                  "survei",
                  "izin_wa",
                  "bayar",
                  "minat",
                  "creator_id",
                  "upload_id",
                  "slug_lama",
                  "created_at",
                  "tak_dikenal"),
          "company",
              List.of("name", "website", "telephone", "annual_revenue", "creator_id", "bayar"),
          "deal",
              List.of(
                  "name",
                  "size",
                  "currency",
                  "closed_date",
                  "crm_pipeline_id",
                  "crm_stage_id",
                  "crm_lost_reason_id",
                  "wajib",
                  "crm_lead_ids",
                  "crm_company_id",
                  "updated_at"),
          "task",
              List.of(
                  "name",
                  "detail",
                  "user_id",
                  "due_date",
                  "crm_task_status_id",
                  "next_step",
                  "crm_checkin_attributes",
                  "crm_person_id",
                  "crm_deal_id",
                  "created_at"),
          "ticket",
              List.of(
                  "name",
                  "description",
                  "ticket_stage_id",
                  "ticket_stage_name",
                  "user_id",
                  "crm_lead_ids",
                  "due_date",
                  "created_at",
                  "updated_at"),
          "note",
              List.of(
                  "note",
                  "creator_id",
                  "crm_deal_id",
                  "crm_person_id",
                  "created_at",
                  "crm_checkin_attributes"),
          "chat", List.of("room_id", "chat_contents"),
          "timeline", List.of("who", "when", "why", "how", "what", "content"),
          "line_item", List.of("name", "price", "quantity", "additional_fields"),
          "list_member", List.of("phone_number", "email", "full_name"));

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "0",
          "null",
          "true",
          "ya",
          "-1",
          "1e999999999",
          "0x1F",
          "NaN",
          "1.000.000,50",
          "2026-01-09",
          "31/02/2026",
          "2026-01-09T04:00:00.000+07:00",
          "+999999999-12-31T00:00Z",
          "081200000123",
          "62812****0126",
          "siti@contoh.example",
          "a@b",
          "160001",
          "1000001",
          "3800001",
          "435,436",
          ",,,",
          "<p>teks <b>tebal</b></p>",
          "<script>alert(1)</script>",
          "<div>".repeat(2_000),
          "&#0;&#x110000;&nbsp;",
          "=HYPERLINK(\"http://x\")",
          "'; DROP TABLE move; --",
          "../../etc/passwd",
          "{{7*7}}",
          "${ENV}",
          "\u202emoc\u202c",
          "مرحبا שלום",
          "🚚".repeat(300),
          "\ud83d",
          "\udc00abc",
          "\u0000\u0007\u001b[31m\u0085",
          "x".repeat(70_000),
          "baris\r\nbaris\u2028baris",
          "{\"id\":7}",
          "[1,2]",
          "{",
          "Won",
          "[qontak:contact:1]",
          "https://contoh.example/x?y=1#z",
          "tidak ada");

  @TempDir static Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyCellGetsOneVerdictAndNothingOddIsSent(long seed) {
    Random dice = new Random(seed);
    ObjectNode records = JsonMapper.shared().createObjectNode();
    Map<String, JsonNode> rows = new HashMap<>();
    MEMBERS.forEach(
        (object, members) -> {
          ArrayNode list = records.putArray(object);
          for (int id = 1; id <= RECORDS; id++) {
            ObjectNode row = list.addObject().put("id", id);
            if (dice.nextInt(4) > 0) {
              row.put("_under", "deal:" + (1 + dice.nextInt(RECORDS)));
            }
            members.forEach(
                member -> {
                  if (dice.nextInt(5) > 0) {
                    row.set(member, value(dice, 0));
                  }
                });
            if (dice.nextInt(2) == 0) {
              row.set("additional_fields", custom(dice));
            }
            rows.put(object + ":" + id, row);
          }
        });
    List<Candidate> candidates =
        World.transform(
            records, new Setting(seed % 2 == 0, WithoutEmail.PLACEHOLDER, true), folder);
    Set<String> seen = new java.util.HashSet<>();
    for (Candidate candidate : candidates) {
      RecordKey key = candidate.key();
      candidate
          .attributes()
          .propertyStream()
          .forEach(
              member ->
                  sane(
                      key,
                      member.getValue(),
                      Set.of("description", "body").contains(member.getKey())
                          ? Notes.LIMIT
                          : Values.TEXTAREA_LIMIT));
      if (candidate.step() == Step.RECORD) {
        seen.add(key.object().wire() + ":" + key.id());
        assertThat(candidate.cells().stream().map(Cell::field))
            .as(key.toString())
            .doesNotHaveDuplicates();
      }
    }
    assertThat(seen).containsAll(rows.keySet());
    rows.forEach((id, row) -> assertThat(new SourceRow(row.toString()).filled()).isNotNull());
  }

  private static void sane(RecordKey key, JsonNode value, int limit) {
    String text = value.isString() ? value.asString() : value.toString();
    assertThat(text.length()).as(key.toString()).isLessThanOrEqualTo(limit);
    assertThat(
            text.chars().filter(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t'))
        .as(key.toString())
        .isEmpty();
    assertThat(Clean.text(text)).as(key.toString()).isEqualTo(text);
  }

  private static JsonNode value(Random dice, int depth) {
    return switch (dice.nextInt(depth > 2 ? 8 : 11)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(dice.nextBoolean());
      case 2 -> JSON.numberNode(dice.nextLong());
      case 3 -> JSON.numberNode(new java.math.BigDecimal("1e" + (dice.nextInt(800) - 400)));
      case 4 -> JSON.numberNode(dice.nextInt(3));
      case 8 -> {
        ArrayNode list = JSON.arrayNode();
        for (int size = dice.nextInt(4); size > 0; size--) {
          list.add(value(dice, depth + 1));
        }
        yield list;
      }
      case 9 -> {
        ObjectNode row = JSON.objectNode();
        List.of("id", "name", "value", "timestamp", "message", "user", "latitude").stream()
            .filter(any -> dice.nextBoolean())
            .forEach(member -> row.set(member, value(dice, depth + 1)));
        yield row;
      }
      default -> JSON.stringNode(TEXTS.get(dice.nextInt(TEXTS.size())));
    };
  }

  private static JsonNode custom(Random dice) {
    if (dice.nextInt(6) == 0) {
      return value(dice, 0);
    }
    ArrayNode list = JSON.arrayNode();
    int id = 13_000_000;
    for (String name : List.of("npwp", "npwp", "skor", "bayar", "minat", "baru")) {
      ObjectNode item = list.addObject().put("name", name).put("id", ++id);
      item.set("value", value(dice, 1));
      item.set("value_name", value(dice, 1));
    }
    return list;
  }
}
