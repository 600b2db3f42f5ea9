package dev.pindah.sandbox.freshsales.engage;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.answers.Body;
import dev.pindah.sandbox.freshsales.answers.Errors;
import dev.pindah.sandbox.freshsales.answers.Page;
import dev.pindah.sandbox.freshsales.auth.Access;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.store.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Part;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Facts, section 2.11. Files are hashed and counted against the plan's storage, not kept. */
public final class DocumentEndpoints {

  private static final long LARGEST = 150L << 20;
  private static final long GIGABYTE = 1L << 30;

  private final Account account;
  private final Access access;
  private final Targets targets;
  private final Table documents;
  private long stored;

  public DocumentEndpoints(Account account, Access access) {
    this.account = account;
    this.access = access;
    this.targets = new Targets(account);
    this.documents = account.tables().documents();
  }

  public void addTo(Router router, String api) {
    router.post(api + "/documents", this::upload).post(api + "/document_links", this::link);
    for (Kind kind : Kind.RECORDS) {
      router.get(
          api + "/" + kind.path() + "/{id}/document_associations",
          exchange -> list(kind, exchange));
    }
  }

  private Reply upload(Exchange exchange) {
    List<Part> parts = exchange.parts();
    Part file =
        parts.stream()
            .filter(part -> part.name().equals("file") && part.isFile())
            .findFirst()
            .orElseThrow(() -> Errors.refusal(400, "File can't be blank"));
    ObjectNode given = Json.object();
    parts.stream().filter(part -> !part.isFile()).forEach(p -> given.put(p.name(), p.text()));
    if (file.bytes().length > LARGEST || stored + file.bytes().length > storage()) {
      throw Errors.refusal(400, "File size exceeds the storage limit");
    }
    ObjectNode row = row(given, access.user(exchange));
    row.put("name", given.path("file_name").asString(file.filename()));
    row.put("kind", "document").put("content_type", file.contentType());
    row.put("file_size", file.bytes().length).put("sha256", sha256(file.bytes()));
    stored += file.bytes().length;
    return made(row, exchange.base() + "/crm/sales/attachments/");
  }

  private Reply link(Exchange exchange) {
    ObjectNode body = Body.whole(exchange);
    ObjectNode given = body.path("document_link") instanceof ObjectNode root ? root : body;
    String url = given.path("url").asString("");
    if (url.isBlank()) {
      throw Errors.refusal(400, "Url can't be blank");
    }
    ObjectNode row = row(given, access.user(exchange));
    row.put("name", given.path("name").asString(url)).put("kind", "link").put("url", url);
    return made(row, "");
  }

  private ObjectNode row(ObjectNode given, User creater) {
    Optional<Targets.Target> target = targets.of(given);
    if (target.isEmpty()) {
      throw Errors.refusal(400, "Targetable can't be blank");
    }
    ObjectNode row = Json.object();
    row.putNull("id").put("is_shared", given.path("is_shared").asString("").equals("true"));
    row.put("creater_id", creater.id());
    row.set("targetables", Targets.targetables(target));
    return row;
  }

  private Reply made(ObjectNode row, String base) {
    documents.insert(row);
    if (!row.has("url")) {
      row.put("url", base + row.path("id").asLong());
      documents.replace(row);
    }
    return Reply.json(
        200,
        Json.object()
            .put("id", row.path("id").asLong())
            .put("msg", "Uploaded")
            .put("url", row.path("url").asString()));
  }

  private Reply list(Kind kind, Exchange exchange) {
    Targets.Target target = targets.ofPath(kind, exchange);
    Page page = Page.of(exchange);
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("document_associations");
    for (ObjectNode row : targets.rows(documents, target, page)) {
      ObjectNode shown = row.deepCopy();
      shown.remove("sha256");
      list.add(shown);
    }
    int total = targets.ids(documents, target).size();
    answer
        .putObject("meta")
        .put("total", total)
        .put("totalPages", page.size() == 0 ? 0 : (total + page.size() - 1) / page.size());
    return Reply.json(200, answer);
  }

  /** Bytes that the plan gives to all users together. */
  private long storage() {
    Plan plan = account.plan();
    long gigabytes =
        switch (plan) {
          case FREE -> 0;
          case GROWTH -> 2;
          case PRO -> 5;
          case ENTERPRISE -> 100;
        };
    return gigabytes * GIGABYTE * account.setup().users().all().size();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
