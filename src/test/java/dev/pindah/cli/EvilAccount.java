package dev.pindah.cli;

import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import dev.pindah.model.kit.Answers;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.LeadRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.mapping.ValueRule;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An account whose every name and text is out to do harm. */
final class EvilAccount {
  static final Instant NOW = Instant.parse("2026-10-09T03:00:00Z");

  static final List<String> EVIL =
      List.of(
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(1)",
          "</style><script>alert(1)</script>",
          "</title><svg onload=alert(1)>",
          "javascript:alert(1)",
          "=HYPERLINK(\"http://evil.example\";\"klik\")",
          "@SUM(1+1)*cmd|' /C calc'!A0",
          "../../../etc/passwd",
          "CON",
          "{{constructor.constructor('alert(1)')()}}",
          "]]><x/>",
          "\u0000\u0008\uD800kontrol",
          "\"]\nclick s1 call alert(1)\n%%{init: {}}%%",
          "🚚 ñ 汉字 O'Neil");

  private EvilAccount() {}

  static Mapping mapping() {
    return new Mapping(
        "m",
        new LeadRule(LeadRule.DEFAULT, List.of()),
        List.of(
            new ObjectMapping(
                ObjectName.CONTACT,
                TargetModule.CONTACTS,
                EVIL.stream()
                    .map(
                        evil ->
                            new FieldRule(
                                evil,
                                evil,
                                Decision.CREATE,
                                "",
                                Optional.of(
                                    new NewField("Baru " + evil, FieldType.TEXT, List.of())),
                                Transform.VALUE,
                                List.of(new ValueRule(evil, "x" + evil), new ValueRule("a", "")),
                                1,
                                evil))
                    .toList())),
        List.of(),
        List.of(new OwnerRule("7", "B", "budi@contoh.example", "admin", OwnerRule.PLACEHOLDER)));
  }

  static Answers.Row row(String... cells) {
    Map<String, String> named = new java.util.HashMap<>();
    for (int cell = 0; cell < cells.length; cell += 2) {
      named.put(cells[cell], cells[cell + 1]);
    }
    return new Answers.Row("test:1", named);
  }

  static String automations() {
    StringBuilder csv = new StringBuilder("name,kind,trigger,conditions,actions\n");
    for (String evil : EVIL) {
      String cell = "\"" + evil.replace("\"", "\"\"").replace("\uD800", "") + "\"";
      csv.append(String.join(",", cell, "webhook", cell, cell, cell)).append('\n');
    }
    return csv.toString();
  }

  static String flows() {
    ObjectNode root = JsonMapper.shared().createObjectNode().put("format", "pindah-chatbot-flows");
    ArrayNode flows = root.putArray("flows");
    for (String evil : EVIL) {
      ObjectNode flow = flows.addObject().put("id", evil).put("name", evil).put(evil, evil);
      flow.putObject("triggers").putArray("keywords").add(evil);
      flow.putArray("channels").add(evil);
      flow.putObject("operational_hours").put("type", evil).put("from", evil);
      ArrayNode nodes = flow.putArray("nodes");
      ObjectNode question =
          nodes.addObject().put("id", evil).put("type", "question").put("text", evil);
      question.put("variable", evil);
      question.putArray("options").addObject().put("label", evil).put("next", "end" + evil);
      question.withArray("options").addObject().put("label", evil).put("next", "gone" + evil);
      nodes.addObject().put("id", "end" + evil).put("type", evil).put("text", evil);
    }
    return root.toString().replace("\uD800", "\\ud800");
  }

  static void fill(Ledger ledger) {
    List<SourceRecord> rows = new ArrayList<>();
    RecordKey contact = new RecordKey(ObjectName.CONTACT, "1");
    rows.add(
        record(
            contact, Optional.empty(), json("first_name", EVIL.get(1), "telephone", EVIL.get(6))));
    ObjectNode chat = json("room_id", "room-1");
    ObjectNode room = json("name", EVIL.get(0), "channel", EVIL.get(1), "status", EVIL.get(2));
    for (String evil : EVIL) {
      chat.withArray("chat_contents")
          .addObject()
          .put("user", evil)
          .put("message", evil)
          .put("type", "agent")
          .put("timestamp", "2026-01-02T03:00:00.000Z");
      room.withArray("tags").add(evil);
    }
    rows.add(
        record(new RecordKey(ObjectName.CHAT, "contact-1-room-1"), Optional.of(contact), chat));
    rows.add(record(new RecordKey(ObjectName.ROOM, "room-1"), Optional.empty(), room));
    int number = 0;
    for (String evil : EVIL) {
      String id = "id-" + number++;
      ObjectNode silent = json("name", evil, "account_uniq_id", evil);
      silent.putObject("last_message").put("text", evil);
      rows.add(record(new RecordKey(ObjectName.ROOM, id), Optional.empty(), silent));
      ObjectNode template =
          json("name", evil, "language", "id", "body", evil, "footer", evil, "category", evil);
      template.put("status", "APPROVED").put("quality_rating_text", evil);
      template.putObject("header").put("format", "IMAGE").put("example", evil);
      template
          .putArray("buttons")
          .addObject()
          .put("type", "URL")
          .put("text", evil)
          .put("url", evil);
      rows.add(record(new RecordKey(ObjectName.TEMPLATE, id), Optional.empty(), template));
      ObjectNode broadcast = json("name", evil, "send_at", evil, "channel_account_name", evil);
      broadcast.putObject("message_template").put("id", id).put("name", evil);
      broadcast.putObject("parameters").putObject("body").put("1", evil);
      rows.add(record(new RecordKey(ObjectName.BROADCAST, id), Optional.empty(), broadcast));
      rows.add(record(new RecordKey(ObjectName.LIST, id), Optional.empty(), json("name", evil)));
      ObjectNode channel = json("target_channel", evil);
      channel
          .putObject("settings")
          .put("account_name", evil)
          .put("phone_number", evil)
          .put("pin", "rahasia");
      rows.add(record(new RecordKey(ObjectName.CHANNEL, id), Optional.empty(), channel));
    }
    rows.add(
        record(
            new RecordKey(ObjectName.LIST_MEMBER, "m"),
            Optional.of(new RecordKey(ObjectName.LIST, "id-0")),
            json("phone_number", "62812")));
    ObjectNode division = json("name", EVIL.getFirst());
    division
        .putArray("users")
        .addObject()
        .put("email", "BUDI@contoh.example")
        .put("full_name", "B");
    rows.add(record(new RecordKey(ObjectName.DIVISION, "d"), Optional.empty(), division));
    ledger.record(tables -> tables.sourceRecords().save(rows));
    Person person = new Person("7", EVIL.get(1), "budi@contoh.example", true, EVIL.get(2));
    Inventory source =
        new Inventory(Product.QONTAK, NOW, List.of(), List.of(), List.of(person), List.of());
    ledger.record(tables -> tables.inventories().save(source));
  }

  private static ObjectNode json(String... members) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    for (int member = 0; member < members.length; member += 2) {
      json.put(members[member], members[member + 1]);
    }
    return json;
  }

  private static SourceRecord record(RecordKey key, Optional<RecordKey> parent, ObjectNode json) {
    return new SourceRecord(key, parent, json.toString(), Fingerprint.of(json), NOW, true, false);
  }
}
