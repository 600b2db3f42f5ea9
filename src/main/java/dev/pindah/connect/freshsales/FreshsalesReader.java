package dev.pindah.connect.freshsales;

import static dev.pindah.connect.freshsales.FreshsalesApi.encoded;
import static dev.pindah.connect.freshsales.FreshsalesApi.text;

import dev.pindah.connect.TargetReader;
import dev.pindah.model.TargetModule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Records by pages of 100 through views, by id, and by what identifies them. */
final class FreshsalesReader implements TargetReader {
  private static final int PAGE_SIZE = 100;

  /** Far beyond every real list under one record. */
  private static final int LAST_PAGE = 10_000;

  private static final Map<TargetModule, String> INCLUDES =
      Map.of(
          TargetModule.CONTACTS, "owner,sales_accounts,contact_status,lifecycle_stage,source",
          TargetModule.SALES_ACCOUNTS,
              "owner,parent_sales_account_info,industry_type,business_type",
          TargetModule.DEALS,
              "owner,sales_account,contacts,deal_stage,deal_pipeline,deal_reason,currency,source",
          TargetModule.TASKS, "owner,targetable");

  private final FreshsalesApi api;
  private final FreshsalesViews views;
  private final FreshsalesFields fields;
  private final FreshsalesRows rows;

  /** Where the pages of the second and third view begin, learnt while reading in order. */
  private final Map<TargetModule, List<Integer>> ends = new EnumMap<>(TargetModule.class);

  /** Ids of the page read last. */
  private final Map<TargetModule, List<String>> previous = new EnumMap<>(TargetModule.class);

  FreshsalesReader(FreshsalesApi api, FreshsalesFields fields, FreshsalesRows rows) {
    this.api = api;
    this.fields = fields;
    this.rows = rows;
    this.views = new FreshsalesViews(api);
  }

  /** How many records the account says there are; -1 when it does not. */
  long count(TargetModule module) {
    long total = 0;
    for (String view : views.of(module)) {
      JsonNode body =
          api.get(
              FreshsalesViews.path(module, view) + "page=1&per_page=1",
              FreshsalesViews.route(module));
      JsonNode count = body.path("meta").path("total");
      if (!count.isNumber()) {
        return -1;
      }
      total += count.asLong();
    }
    return total;
  }

  @Override
  public synchronized Page page(TargetModule module, int number) {
    List<String> all = views.of(module);
    List<Integer> passed = ends.computeIfAbsent(module, any -> new ArrayList<>());
    if (number == 1) {
      passed.clear();
      previous.remove(module);
    }
    int before = passed.stream().mapToInt(Integer::intValue).sum();
    int view = passed.size();
    Page page = repeated(module, list(module, all.get(view), number - before, "created_at", "asc"));
    if (!page.last() || view == all.size() - 1) {
      return page;
    }
    passed.add(number - before);
    return new Page(page.rows(), false);
  }

  /** A server that ignores the page number gives the same page for ever. */
  private Page repeated(TargetModule module, Page page) {
    List<String> ids = page.rows().stream().map(Row::id).toList();
    List<String> before = Objects.requireNonNullElse(previous.put(module, ids), List.<String>of());
    return !ids.isEmpty() && ids.equals(before) ? new Page(List.of(), true) : page;
  }

  private Page list(TargetModule module, String view, int number, String sort, String direction) {
    JsonNode body =
        api.get(
            FreshsalesViews.path(module, view)
                + "page="
                + number
                + "&per_page="
                + PAGE_SIZE
                + "&sort="
                + sort
                + "&sort_type="
                + direction
                + "&include="
                + INCLUDES.getOrDefault(module, "owner"),
            FreshsalesViews.route(module));
    List<Row> read = rows(module, body);
    return new Page(read, last(body, read.size(), number));
  }

  private List<Row> rows(TargetModule module, JsonNode body) {
    return FreshsalesApi.rows(body, module.wire())
        .map(record -> rows.row(module, record, MissingNode.getInstance()))
        .toList();
  }

  /** Some lists say how many pages they have, some how many rows, some nothing. */
  private static boolean last(JsonNode body, int read, int number) {
    JsonNode pages =
        body.path("meta").path(body.path("meta").has("totalPages") ? "totalPages" : "total_pages");
    JsonNode total = body.path("meta").path("total");
    return read == 0
        || (pages.isNumber() && number >= pages.asInt())
        || (number == 1 && !pages.isNumber() && total.isNumber() && read >= total.asInt());
  }

  /** The view of deleted records, where the account has one. */
  Optional<String> bin(TargetModule module) {
    return views.bin(module);
  }

  /** A page of it. */
  Page binned(TargetModule module, String view, int number) {
    return list(module, view, number, "updated_at", "desc");
  }

  @Override
  public List<Row> under(TargetModule module, TargetModule parent, String parentId) {
    if (module == TargetModule.FILES) {
      return files(parent, parentId);
    }
    Map<String, Row> found = new LinkedHashMap<>();
    for (int number = 1; number <= LAST_PAGE; number++) {
      String path = "/" + parent.wire() + "/" + parentId + "/" + module.wire();
      Optional<JsonNode> body =
          api.tryGetUnder(
              path + "?page=" + number + "&per_page=" + PAGE_SIZE + "&include=targetable",
              "/" + parent.wire() + "/:id/" + module.wire());
      List<Row> page = body.map(answer -> rows(module, answer)).orElse(List.of());
      int before = found.size();
      page.forEach(row -> found.putIfAbsent(row.id(), row));
      // A server that pays no heed to the page would repeat itself for ever.
      if (found.size() == before || last(body.orElseThrow(), page.size(), number)) {
        break;
      }
    }
    return List.copyOf(found.values());
  }

  private List<Row> files(TargetModule parent, String parentId) {
    Map<String, Row> found = new LinkedHashMap<>();
    String path = "/" + parent.wire() + "/" + parentId + "/document_associations";
    for (int number = 1; number <= LAST_PAGE; number++) {
      Optional<JsonNode> body =
          api.tryGetUnder(
              path + "?page=" + number + "&per_page=" + PAGE_SIZE,
              "/" + parent.wire() + "/:id/document_associations");
      int before = found.size();
      List<JsonNode> page = body.map(FreshsalesReader::documents).orElse(List.of());
      page.forEach(
          record -> {
            Row row = FreshsalesRows.file(record, FreshsalesBodies.key(parent), parentId);
            found.putIfAbsent(row.id(), row);
          });
      if (found.size() == before || last(body.orElseThrow(), page.size(), number)) {
        break;
      }
    }
    return List.copyOf(found.values());
  }

  private static List<JsonNode> documents(JsonNode body) {
    for (String root : List.of("document_associations", "documents", "document_links")) {
      if (body.path(root).isArray()) {
        return FreshsalesApi.rows(body, root)
            .map(row -> row.path("document").isObject() ? row.path("document") : row)
            .toList();
      }
    }
    return body.isArray() ? body.valueStream().filter(JsonNode::isObject).toList() : List.of();
  }

  @Override
  public Set<String> members(String listId) {
    Set<String> members = new LinkedHashSet<>();
    for (int number = 1; number <= LAST_PAGE; number++) {
      Optional<JsonNode> body =
          api.tryGet(
              "/contacts/lists/" + listId + "?page=" + number + "&per_page=" + PAGE_SIZE,
              "/contacts/lists/:id");
      List<String> page =
          body.map(answer -> FreshsalesApi.ids(FreshsalesApi.rows(answer, "contacts")))
              .orElse(List.of());
      if (!members.addAll(page) || last(body.orElseThrow(), page.size(), number)) {
        break;
      }
    }
    return members;
  }

  @Override
  public Page changedSince(TargetModule module, Instant since, int number) {
    List<Row> changed = new ArrayList<>();
    boolean last = true;
    for (String view : views.of(module)) {
      Page page = list(module, view, number, "updated_at", "desc");
      boolean older =
          sorted(module, page.rows())
              && page.rows().stream().anyMatch(row -> updated(row).isBefore(since));
      changed.addAll(page.rows());
      last &= page.last() || older;
    }
    return new Page(changed, last);
  }

  /** Only views are sorted at all, and only a page that is in order is believed to be. */
  private static boolean sorted(TargetModule module, List<Row> rows) {
    if (module == TargetModule.TASKS || module == TargetModule.LISTS) {
      return false;
    }
    for (int number = 1; number < rows.size(); number++) {
      if (updated(rows.get(number)).isAfter(updated(rows.get(number - 1)))) {
        return false;
      }
    }
    return true;
  }

  private static Instant updated(Row row) {
    String text = text(JsonMapper.shared().readTree(row.json()).path("updated_at"));
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException unreadable) {
      return Instant.MAX;
    }
  }

  @Override
  public Optional<Row> one(TargetModule module, String id) {
    Optional<JsonNode> body =
        api.find(
            "/" + module.wire() + "/" + id + "?include=" + INCLUDES.getOrDefault(module, "owner"),
            "/" + module.wire() + "/:id");
    return body.map(answer -> record(module, answer))
        .filter(record -> !text(record.path("id")).isEmpty())
        .map(record -> rows.row(module, record, body.orElseThrow()));
  }

  /** The record, whether it stands under its root key or alone. */
  static JsonNode record(TargetModule module, JsonNode body) {
    JsonNode record = body.path(root(module));
    return record.isObject() ? record : body;
  }

  static String root(TargetModule module) {
    return module.wire().substring(0, module.wire().length() - 1);
  }

  @Override
  public List<Row> find(TargetModule module, String kind, String value) {
    return switch (kind) {
      case MARKER -> byMarker(module, value);
      case EMAIL -> lookUp(module, "email", value);
      case NAME ->
          search(module, "name", value).stream()
              .filter(row -> row.keys().getOrDefault(NAME, List.of()).contains(folded(value)))
              .toList();
      default -> throw new IllegalArgumentException("no look-up by " + kind);
    };
  }

  /** Some accounts find names that only begin with what was asked for. */
  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private List<Row> byMarker(TargetModule module, String marker) {
    if (module == TargetModule.CONTACTS) {
      List<Row> found = lookUp(module, "external_id", "qontak:" + marker);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return fields
        .idField(module)
        .map(field -> search(module, field, marker.substring(marker.indexOf(':') + 1)))
        .orElse(List.of());
  }

  private List<Row> lookUp(TargetModule module, String field, String value) {
    return api.tryGet(
            "/lookup?q=" + encoded(value) + "&f=" + field + "&entities=" + root(module), "/lookup")
        .map(body -> body.path(module.wire()))
        // Documented as nested twice.
        .map(found -> found.isArray() ? found : found.path(module.wire()))
        .map(found -> whole(module, found))
        .orElse(List.of());
  }

  private List<Row> search(TargetModule module, String attribute, String value) {
    ObjectNode query = JsonMapper.shared().createObjectNode();
    ObjectNode rule = query.putArray("filter_rule").addObject();
    rule.put("attribute", attribute);
    rule.put("operator", "is");
    rule.put("value", value);
    return api.tryQuery(
            "/filtered_search/" + root(module),
            "/filtered_search/" + root(module),
            query.toString())
        .map(body -> whole(module, body.path(module.wire())))
        .orElse(List.of());
  }

  /** Found rows are thin: each is read in full. */
  private List<Row> whole(TargetModule module, JsonNode found) {
    return FreshsalesApi.ids(found.valueStream()).stream()
        .flatMap(id -> one(module, id).stream())
        .toList();
  }
}
