package dev.pindah.sandbox.qontak.files;

import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Fields;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The files that an admin would bring along: downloads in two languages, and chatbot flows. */
public final class ExportFiles {

  private static final String DAY = "2026_01_05";
  private static final List<String> LANGUAGES = List.of("id", "en");
  private static final List<String> OBJECTS = List.of("leads", "companies", "deals", "tasks");
  private static final String FLOWS = "chatbot-flows.json";

  /** How stored rows get the names of their links. */
  public record Shown(
      UnaryOperator<ObjectNode> contact,
      UnaryOperator<ObjectNode> company,
      UnaryOperator<ObjectNode> deal,
      UnaryOperator<ObjectNode> task) {}

  private final Account account;
  private final Shown shown;
  private final Downloads downloads;

  public ExportFiles(Account account, Shown shown) {
    this.account = account;
    this.shown = shown;
    this.downloads = new Downloads(account);
  }

  /** Paths relative to where they are written: {@code id/leads_2026_01_05.xlsx} and so on. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String language : LANGUAGES) {
      OBJECTS.forEach(object -> names.add(language + "/" + object + "_" + DAY + ".xlsx"));
    }
    names.add(FLOWS);
    return names;
  }

  public void write(Path folder) throws IOException {
    for (String name : names()) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        write(name, out);
      }
    }
  }

  public void addTo(Router admin) {
    admin
        .get("/_sandbox/qontak/files", _ -> list())
        .get("/_sandbox/qontak/files/{name*}", this::send);
  }

  private Reply list() {
    ArrayNode list = Json.array();
    names().forEach(list::add);
    return Reply.json(200, list);
  }

  private Reply send(Exchange exchange) {
    String name = exchange.param("name");
    if (!names().contains(name)) {
      throw new Refusal(Reply.json(404, Json.object().put("problem", "no file " + name)));
    }
    return Reply.streamed("application/octet-stream", out -> write(name, out));
  }

  private void write(String name, OutputStream out) throws IOException {
    if (name.equals(FLOWS)) {
      out.write(Json.pretty(ChatbotFlows.document()).getBytes(StandardCharsets.UTF_8));
      return;
    }
    String language = name.substring(0, 2);
    String object = name.substring(3, name.indexOf('_'));
    downloads.write(sheet(object), language, out);
  }

  private Downloads.Sheet sheet(String object) {
    return switch (object) {
      case "leads" ->
          new Downloads.Sheet(
              "Contact Data", Fields.CONTACT, account.contacts().all(), shown.contact());
      case "companies" ->
          new Downloads.Sheet(
              "Company Data", Fields.COMPANY, account.companies().all(), shown.company());
      case "deals" ->
          new Downloads.Sheet("Deal Data", Fields.DEAL, account.deals().all(), shown.deal());
      case "tasks" ->
          new Downloads.Sheet("Task Data", Fields.TASK, account.tasks().all(), shown.task());
      default -> throw new IllegalArgumentException("no download of " + object);
    };
  }
}
