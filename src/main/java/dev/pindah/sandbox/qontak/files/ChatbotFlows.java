package dev.pindah.sandbox.qontak.files;

import dev.pindah.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Chatbot flows in Pindah's import format: an admin types or exports them into it, since no API
 * gives a flow's tree. Described in docs/sandbox.md.
 */
final class ChatbotFlows {

  private ChatbotFlows() {}

  static ObjectNode document() {
    ObjectNode document = Json.object().put("format", "pindah-chatbot-flows").put("version", 1);
    ArrayNode flows = document.putArray("flows");
    flows.add(greeting());
    flows.add(orderStatus());
    flows.add(looping());
    return document;
  }

  private static ObjectNode greeting() {
    ObjectNode flow = flow("flow-1", "Sapaan utama", List.of("halo", "hi", "menu"), "24hours");
    ArrayNode nodes = flow.putArray("nodes");
    ObjectNode menu = node(nodes, "n1", "question", "Halo \uD83D\uDC4B ada yang bisa dibantu?");
    option(menu, "Cek pesanan", "n2");
    option(menu, "Bicara dengan agen", "n3");
    option(menu, "Promo", "n4");
    node(nodes, "n2", "go-to-flow", "flow-2");
    node(nodes, "n3", "handover", "Kami sambungkan ke divisi Layanan");
    node(nodes, "n4", "message", "Promo bulan ini: diskon 10%").put("next", "n5");
    node(nodes, "n5", "end", "Terima kasih!");
    return flow;
  }

  private static ObjectNode orderStatus() {
    ObjectNode flow = flow("flow-2", "Status pesanan", List.of("pesanan", "resi"), "schedule");
    ObjectNode hours = (ObjectNode) flow.get("operational_hours");
    hours.put("time_zone", "Asia/Jakarta");
    for (String day : List.of("monday", "tuesday", "wednesday", "thursday", "friday")) {
      hours
          .withArray("schedule")
          .addObject()
          .put("day", day)
          .put("from", "09:00")
          .put("to", "17:00");
    }
    ArrayNode nodes = flow.putArray("nodes");
    node(nodes, "a", "input", "Tulis nomor pesanan Anda")
        .put("variable", "order_number")
        .put("next", "b");
    node(nodes, "b", "api-call", "https://contoh.example/api/orders/{{order_number}}")
        .put("next", "c");
    ObjectNode found = node(nodes, "c", "condition", "{{status}} = 200");
    option(found, "ya", "d");
    option(found, "tidak", "e");
    node(nodes, "d", "message", "Pesanan {{order_number}}: {{order_status}}").put("next", "f");
    node(nodes, "e", "message", "Maaf, nomor tidak ditemukan").put("next", "a");
    node(nodes, "f", "end", "");
    return flow;
  }

  /** With what real flows suffer from: a loop, an end that nothing leads to, a step to nowhere. */
  private static ObjectNode looping() {
    ObjectNode flow = flow("flow-3", "Survei lama", List.of("survei"), "date_range");
    ((ObjectNode) flow.get("operational_hours")).put("from", "2025-01-01").put("to", "2025-03-31");
    ArrayNode nodes = flow.putArray("nodes");
    ObjectNode question = node(nodes, "q", "question", "Nilai layanan kami 1-5?");
    option(question, "1-3", "q");
    option(question, "4-5", "thanks");
    option(question, "lewati", "missing-node");
    node(nodes, "thanks", "message", "Terima kasih \uD83D\uDE4F");
    node(nodes, "orphan", "message", "Pesan yang tak pernah dicapai");
    return flow;
  }

  private static ObjectNode flow(String id, String name, List<String> keywords, String hours) {
    ObjectNode flow = Json.object().put("id", id).put("name", name);
    ArrayNode words = flow.putObject("triggers").putArray("keywords");
    keywords.forEach(words::add);
    flow.putArray("channels").add("wa_cloud").add("web_chat");
    flow.putObject("operational_hours").put("type", hours);
    return flow;
  }

  private static ObjectNode node(ArrayNode nodes, String id, String type, String text) {
    return nodes.addObject().put("id", id).put("type", type).put("text", text);
  }

  private static void option(ObjectNode node, String label, String next) {
    node.withArray("options").addObject().put("label", label).put("next", next);
  }
}
