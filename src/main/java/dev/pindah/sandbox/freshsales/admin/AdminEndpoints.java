package dev.pindah.sandbox.freshsales.admin;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.records.Records;
import dev.pindah.sandbox.freshsales.records.Via;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.wire.Endpoint;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
import dev.pindah.sandbox.wire.Refusal;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** {@code /_sandbox/freshsales/…}: what a person does by hand; no quota, no index lag, no rules. */
public final class AdminEndpoints {

  private static final String BASE = "/_sandbox/freshsales";

  private final Account account;
  private final Records records;
  private final SetupForms forms;

  public AdminEndpoints(Account account, Records records) {
    this.account = account;
    this.records = records;
    this.forms = new SetupForms(account);
  }

  public void addTo(Router router) {
    router
        .post(BASE + "/fields", form(forms::field))
        .delete(BASE + "/fields/{module}/{name}", this::removeField)
        .post(BASE + "/choices", form(forms::choices))
        .post(BASE + "/pipelines", form(forms::pipeline))
        .post(BASE + "/stages", form(forms::stage))
        .post(BASE + "/users", form(forms::user))
        .add(
            "PATCH",
            BASE + "/users/{id}",
            exchange -> submit(exchange, form -> forms.userState(form, exchange.param("id"))))
        .post(
            BASE + "/selectors/{name}",
            exchange -> submit(exchange, form -> forms.selector(form, exchange.param("name"))))
        .post(BASE + "/records/{module}", this::createRecord)
        .add("PATCH", BASE + "/records/{module}/{id}", this::editRecord)
        .delete(BASE + "/records/{module}/{id}", this::deleteRecord)
        .add("PATCH", BASE + "/documents/{id}", this::replaceDocument)
        .delete(BASE + "/documents/{id}", this::deleteDocument);
  }

  private Endpoint form(Function<Form, ObjectNode> work) {
    return exchange -> submit(exchange, work);
  }

  private Reply submit(Exchange exchange, Function<Form, ObjectNode> work) {
    int status = exchange.method().equals("POST") ? 201 : 200;
    return account.locked(() -> Form.submit(exchange, status, work));
  }

  private Reply removeField(Exchange exchange) {
    Kind kind =
        Kind.ofPath(exchange.param("module")).orElseThrow(() -> new Refusal(Reply.empty(404)));
    String name = exchange.param("name");
    return account.locked(() -> Reply.empty(account.fields().remove(kind, name) ? 204 : 404));
  }

  private Reply createRecord(Exchange exchange) {
    return submit(
        exchange,
        form ->
            records.create(kind(exchange), given(form), Via.WEB, account.setup().users().admin()));
  }

  /** Members of the body are laid over the record, {@code custom_field} merged. */
  private Reply editRecord(Exchange exchange) {
    return submit(
        exchange,
        form ->
            records.update(kind(exchange), id(exchange), given(form), Via.WEB, editor(exchange)));
  }

  private Reply deleteRecord(Exchange exchange) {
    return account.locked(
        () -> {
          records.delete(kind(exchange), id(exchange));
          return Reply.empty(204);
        });
  }

  /** Another file takes the place of a file: its name and length are in the body. */
  private Reply replaceDocument(Exchange exchange) {
    return submit(
        exchange,
        form -> {
          ObjectNode row = document(exchange);
          row.setAll(given(form));
          return account.tables().documents().replace(row);
        });
  }

  private Reply deleteDocument(Exchange exchange) {
    return account.locked(
        () -> {
          account.tables().documents().bin(document(exchange).path("id").asLong());
          return Reply.empty(204);
        });
  }

  private ObjectNode document(Exchange exchange) {
    return account
        .tables()
        .documents()
        .find(id(exchange))
        .orElseThrow(() -> new Refusal(Reply.empty(404)));
  }

  /** Who edits: {@code ?by=e-mail}, or the account admin. */
  private User editor(Exchange exchange) {
    return exchange
        .query("by")
        .flatMap(account.setup().users()::byEmail)
        .orElseGet(account.setup().users()::admin);
  }

  private static ObjectNode given(Form form) {
    return form.body() instanceof ObjectNode object ? object : Json.object();
  }

  private static Kind kind(Exchange exchange) {
    return Kind.ofPath(exchange.param("module"))
        .filter(kind -> kind != Kind.ACTIVITY)
        .orElseThrow(() -> new Refusal(Reply.empty(404)));
  }

  private static long id(Exchange exchange) {
    String text = exchange.param("id");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }
}
