package dev.pindah.sandbox.qontak.crm;

import dev.pindah.sandbox.faults.Fault;
import dev.pindah.sandbox.qontak.auth.QontakAccess;
import dev.pindah.sandbox.qontak.seed.Table;
import dev.pindah.sandbox.qontak.seed.User;
import dev.pindah.sandbox.wire.Exchange;
import dev.pindah.sandbox.wire.Json;
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
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/** The five usual endpoints of an object: list, create, show, change, delete. */
final class Resource {

  /** What an object does of its own when it is written. */
  interface Moves {
    default void created(ObjectNode row, User actor) {}

    default void changed(ObjectNode before, ObjectNode after, User actor) {}
  }

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
  private UnaryOperator<ObjectNode> postAnswer = UnaryOperator.identity();
  private Moves moves = new Moves() {};
  private Predicate<Exchange> onlyOwn;
  private boolean mayComeAsArray;
  private boolean deletable = true;

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
    this.onlyOwn = access::seesOnlyOwn;
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

  /** What a POST shows of the row that it made. */
  Resource postAnswers(UnaryOperator<ObjectNode> answer) {
    postAnswer = answer;
    return this;
  }

  /** Has a say in rows about to be stored. */
  Resource moves(Moves other) {
    moves = other;
    return this;
  }

  /** Without this value of the parameter a list shows only what belongs to who asks. */
  Resource ownUnless(String parameter, String value) {
    onlyOwn =
        exchange ->
            access.seesOnlyOwn(exchange) || !exchange.query(parameter).orElse("").equals(value);
    return this;
  }

  /** Under a fault the single record is wrapped in an array, as the documents show it. */
  Resource mayComeAsArray() {
    mayComeAsArray = true;
    return this;
  }

  /** There is no DELETE for it. */
  Resource kept() {
    deletable = false;
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
        .put(all + "/{id}", this::change);
    if (deletable) {
      router.delete(all + "/{id}", this::delete);
    }
  }

  /** {@code PUT …/{id}/update_owner}: meta only, whatever a PUT of the object answers. */
  Resource ownerEndpoint(Router router, String prefix) {
    router.put(prefix + "/" + path + "/{id}/update_owner", this::changeOwner);
    return this;
  }

  private Reply changeOwner(Exchange exchange) {
    ObjectNode row = stored(exchange);
    long owner = writes.body(exchange).path("creator_id").asLong(0);
    if (!access.isUser(owner)) {
      throw replies.invalid("creator_id doesn't exist");
    }
    table.replace(row.path("id").asLong(), row.put(ownerMember, owner));
    return replies.metaOnly("Successfully updated owner");
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
    if (onlyOwn.test(exchange)) {
      long actor = access.actor(exchange).id();
      tests.add(row -> row.path(ownerMember).asLong(0) == actor);
    }
    return tests;
  }

  Reply show(Exchange exchange) {
    ObjectNode shown = view.detail(stored(exchange));
    boolean wrapped = mayComeAsArray && exchange.fault(Fault.SwappedShape.class).isPresent();
    return replies.one(wrapped ? Json.array().add(shown) : shown);
  }

  Reply create(Exchange exchange) {
    ObjectNode row = writes.create(exchange, access.actor(exchange).id());
    moves.created(row, access.actor(exchange));
    return replies.one(postAnswer.apply(view.detail(table.insert(row))));
  }

  Reply change(Exchange exchange) {
    ObjectNode before = stored(exchange);
    ObjectNode changed = writes.change(exchange, before.deepCopy());
    moves.changed(before, changed, access.actor(exchange));
    ObjectNode row = table.replace(changed.path("id").asLong(), changed);
    return putAnswer == PutAnswer.META
        ? replies.metaOnly("Successfully updated")
        : replies.one(view.detail(row));
  }

  Reply delete(Exchange exchange) {
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
