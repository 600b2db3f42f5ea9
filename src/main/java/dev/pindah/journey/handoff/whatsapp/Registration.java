package dev.pindah.journey.handoff.whatsapp;

import dev.pindah.model.kit.Template;
import dev.pindah.model.kit.Template.Button;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of the call that registers a template with Meta: {@code POST
 * /<business-account-id>/message_templates}. Samples are invented: a review needs some, and a
 * customer's own data has no business there.
 */
final class Registration {
  /** To be replaced: Meta takes the handle of an uploaded sample, not a link. */
  static final String HANDLE = "REPLACE-WITH-UPLOAD-HANDLE";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final int MINUTES = 10;

  private static final Map<String, String> SAMPLES =
      Map.of(
          "name", "Budi Contoh",
          "email", "budi@contoh.example",
          "phone", "628120000000",
          "company", "PT Contoh",
          "date", "17 Agustus 2026",
          "price", "Rp 250.000",
          "number", "INV-0001",
          "code", "123456");

  private Registration() {}

  static String payload(Template template) {
    ObjectNode payload = JSON.createObjectNode();
    payload.put("name", template.name());
    payload.put("language", template.language());
    payload.put("category", template.category());
    ArrayNode components = payload.putArray("components");
    if (template.category().equals("AUTHENTICATION")) {
      authentication(components);
    } else {
      header(template, components);
      body(template, components);
      if (!template.footer().isBlank()) {
        components.addObject().put("type", "FOOTER").put("text", template.footer());
      }
      buttons(template, components);
    }
    return JSON.writeValueAsString(payload) + "\n";
  }

  /** Meta writes the text of these itself. */
  private static void authentication(ArrayNode components) {
    components.addObject().put("type", "BODY").put("add_security_recommendation", true);
    components.addObject().put("type", "FOOTER").put("code_expiration_minutes", MINUTES);
    components
        .addObject()
        .put("type", "BUTTONS")
        .putArray("buttons")
        .addObject()
        .put("type", "OTP")
        .put("otp_type", "COPY_CODE");
  }

  private static void header(Template template, ArrayNode components) {
    String format = template.header().format();
    if (format.isEmpty()) {
      return;
    }
    ObjectNode header = components.addObject().put("type", "HEADER").put("format", format);
    if (format.equals("TEXT")) {
      header.put("text", template.header().text());
      List<String> variables = LintTemplate.variables(template.header().text());
      if (!variables.isEmpty()) {
        ArrayNode samples = header.putObject("example").putArray("header_text");
        variables.forEach(name -> samples.add(sample(template, name)));
      }
    } else if (!format.equals("LOCATION")) {
      header.putObject("example").putArray("header_handle").add(HANDLE);
    }
  }

  private static void body(Template template, ArrayNode components) {
    ObjectNode body = components.addObject().put("type", "BODY").put("text", template.body());
    List<String> variables = LintTemplate.variables(template.body()).stream().distinct().toList();
    if (!variables.isEmpty()) {
      ArrayNode samples = body.putObject("example").putArray("body_text").addArray();
      variables.forEach(name -> samples.add(sample(template, name)));
    }
  }

  private static void buttons(Template template, ArrayNode components) {
    if (template.buttons().isEmpty()) {
      return;
    }
    ArrayNode buttons = components.addObject().put("type", "BUTTONS").putArray("buttons");
    for (Button button : template.buttons()) {
      ObjectNode node = buttons.addObject().put("type", button.type()).put("text", button.text());
      switch (button.type()) {
        case "URL" -> {
          node.put("url", button.value());
          if (!LintTemplate.variables(button.value()).isEmpty()) {
            node.putArray("example")
                .add(LintTemplate.VARIABLE.matcher(button.value()).replaceAll("contoh"));
          }
        }
        case "PHONE_NUMBER" -> node.put("phone_number", button.value());
        default -> {
          // A quick reply has nothing but its text.
        }
      }
    }
  }

  /** By what broadcasts put into the variable. */
  static String sample(Template template, String variable) {
    String meaning = template.meanings().getOrDefault(variable, "").toLowerCase(Locale.ROOT);
    return SAMPLES.entrySet().stream()
        .filter(sample -> meaning.contains(sample.getKey()))
        .map(Map.Entry::getValue)
        .sorted()
        .findFirst()
        .orElse("contoh " + variable);
  }
}
