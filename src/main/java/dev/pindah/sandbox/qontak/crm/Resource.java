package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.qontak.auth.QontakAccess;
import dev.pindah.sandbox.qontak.seed.Table;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Reply;
import dev.pindah.sandbox.wire.Router;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/** The five usual endpoints of an object: list, create, show, change, delete. */
final class Resource {

  /** What a PUT answers. */
  enum PutAnswer {
    META,
    OBJECT
  }

  private final String path;
  private final Table table;
  private final View view;
  private final Writes writes;
  private final CrmReplies replies;
  private final Paging paging;
  private final QontakAccess access;
  private final Map<String, BiPredicate<ObjectNode, String>> filters = new LinkedHashMap<>();
  private Function<CrmReplies.Page, Reply> envelope;
  private PutAnswer putAnswer = PutAnswer.META;
  private String ownerMember = "creator_id";

  Resource(
      String path,
      Table table,
      View view,
      Writes writes,
      CrmReplies replies,
      Paging paging,
      QontakAccess access) {
    this.path = path;
    this.table = table;
    this.view = view;
    this.writes = writes;
    this.replies = replies;
    this.paging = paging;
    this.access = access;
    this.envelope = replies::paged;
  }

  Resource envelope(Function<CrmReplies.Page, Reply> other) {
    envelope = other;
    return this;
  }

  Resource putAnswers(PutAnswer answer) {
    putAnswer = answer;
    return this;
  }

  Resource ownedBy(String member) {
    ownerMember = member;
    return this;
  }

  /** A query parameter that thins out the list. */
  Resource filter(String parameter, BiPredicate<ObjectNode, String> test) {
    filters.put(parameter, test);
    return this;
  }

  void addTo(Router router, String prefix) {
    String all = prefix + "/" + path;
    router
        .get(all, this::list)
        .post(all, this::create)
        .get(all + "/{id}", this::show)
        .put(all + "/{id}", this::change)
        .delete(all + "/{id}", this::delete);
  }

  Reply list(Exchange exchange) {
    List<Predicate<ObjectNode>> tests = tests(exchange);
    CrmReplies.Page page =
        tests.isEmpty()
            ? paging.page(exchange, table)
            : paging.filtered(
                exchange, table, row -> tests.stream().allMatch(test -> test.test(row)));
    List<ObjectNode> shown = page.rows().stream().map(view::row).toList();
    return envelope.apply(new CrmReplies.Page(shown, page.number(), page.perPage(), page.total()));
  }

  private List<Predicate<ObjectNode>> tests(Exchange exchange) {
    List<Predicate<ObjectNode>> tests = new ArrayList<>();
    filters.forEach(
        (parameter, test) ->
            exchange.query(parameter).ifPresent(value -> tests.add(row -> test.test(row, value))));
    if (access.seesOnlyOwn(exchange)) {
      long actor = access.actor(exchange).id();
      tests.add(row -> row.path(ownerMember).asLong(0) == actor);
    }
    return tests;
  }

  Reply show(Exchange exchange) {
    return replies.one(view.detail(stored(exchange)));
  }

  private Reply create(Exchange exchange) {
    ObjectNode row = writes.create(exchange, access.actor(exchange).id());
    return replies.one(view.detail(table.insert(row)));
  }

  private Reply change(Exchange exchange) {
    ObjectNode changed = writes.change(exchange, stored(exchange));
    ObjectNode row = table.replace(changed.path("id").asLong(), changed);
    return putAnswer == PutAnswer.META
        ? replies.metaOnly("Successfully updated")
        : replies.one(view.detail(row));
  }

  private Reply delete(Exchange exchange) {
    long id = id(exchange);
    if (!table.delete(id)) {
      throw replies.notFound();
    }
    String noun = path.substring(0, 1).toUpperCase(Locale.ROOT) + path.substring(1);
    return replies.metaOnly(noun + " with id " + id + " successfully deleted");
  }

  ObjectNode stored(Exchange exchange) {
    return table.find(id(exchange)).orElseThrow(replies::notFound);
  }

  private long id(Exchange exchange) {
    try {
      return Long.parseLong(exchange.param("id"));
    } catch (NumberFormatException noNumber) {
      throw replies.notFound();
    }
  }
}
