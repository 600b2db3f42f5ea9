package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.qontak.seed.Media;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** WhatsApp templates in every status and category, with every kind of header and button. */
final class Templates {

  static final List<String> CATEGORIES = List.of("MARKETING", "UTILITY", "AUTHENTICATION");

  private static final List<String> STATUSES =
      List.of(
          "APPROVED",
          "REJECTED",
          "PENDING",
          "IN_APPEAL",
          "PENDING_DELETION",
          "DELETED",
          "DISABLED");
  private static final List<String> BODIES =
      List.of(
          "Halo {{1}}, ada promo untuk {{2}}! \uD83C\uDF89",
          "Pesanan {{1}} sudah dikirim. Nomor resi: *{{2}}*",
          "Kode verifikasi Anda {{1}}. Jangan berikan kepada siapa pun.",
          "Hello {{1}}, your invoice {{2}} is due on {{3}}.\n\nThank you");

  private final Dice dice;
  private final Media media;

  Templates(Dice dice, Media media) {
    this.dice = dice;
    this.media = media;
  }

  /** One for each status and category, and some more that are approved. */
  List<ObjectNode> seeded() {
    List<ObjectNode> templates = new ArrayList<>();
    for (String status : STATUSES) {
      for (String category : CATEGORIES) {
        templates.add(template(templates.size(), status, category));
      }
    }
    for (int i = 0; i < 9; i++) {
      templates.add(template(templates.size(), "APPROVED", CATEGORIES.get(i % 2)));
    }
    return List.copyOf(templates);
  }

  ObjectNode template(int number, String status, String category) {
    ObjectNode row = Json.object();
    row.put("id", dice.uuid("template", number).toString()).put("organization_id", Organization.ID);
    row.put("name", category.toLowerCase(Locale.ROOT) + "_" + number);
    row.put("language", number % 4 == 3 ? "en" : "id");
    header(row, number);
    row.put("body", category.equals("AUTHENTICATION") ? BODIES.get(2) : BODIES.get(number % 4));
    row.put("footer", number % 3 == 0 ? "Balas STOP untuk berhenti" : null);
    buttons(row.putArray("buttons"), number);
    row.put("status", status).put("category", category).putNull("quality_rating");
    row.put("quality_rating_text", number % 2 == 0 ? "Neutral" : null);
    if (number % 7 == 4) {
      row.put("type", "campaign");
    }
    return row;
  }

  /** The example really is what Ruby prints when it is asked to inspect. */
  private void header(ObjectNode row, int number) {
    switch (number % 5) {
      case 0 -> row.putNull("header");
      case 1 ->
          row.putObject("header")
              .put("format", "TEXT")
              .put("text", "Info {{1}}")
              .putNull("example");
      case 2 -> header(row, "IMAGE", "promo.jpg", number);
      case 3 -> header(row, "VIDEO", "klip.mp4", number);
      default -> header(row, "DOCUMENT", "katalog.pdf", number);
    }
  }

  private void header(ObjectNode row, String format, String filename, int number) {
    String link = media.link("template", dice.uuid("template-file", number), filename);
    row.putObject("header")
        .put("format", format)
        .put("example", "#<Hashie::Mash header_handle=#<Hashie::Array [\"" + link + "\"]>>");
  }

  private static void buttons(ArrayNode buttons, int number) {
    if (number % 3 == 1) {
      buttons
          .addObject()
          .put("type", "URL")
          .put("text", "Lihat")
          .put("url", number % 2 == 0 ? "https://contoh.example/" : "https://contoh.example/{{1}}");
    }
    if (number % 4 == 2) {
      buttons
          .addObject()
          .put("type", "PHONE_NUMBER")
          .put("text", "Telepon")
          .put("phone_number", "+628510000001");
    }
    if (number % 5 == 3) {
      buttons.addObject().put("type", "QUICK_REPLY").put("text", "Ya, mau");
      buttons.addObject().put("type", "QUICK_REPLY").put("text", "Nanti saja");
    }
  }
}
