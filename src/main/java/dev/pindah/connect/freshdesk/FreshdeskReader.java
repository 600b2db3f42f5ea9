package dev.pindah.connect.freshdesk;

import static dev.pindah.connect.freshdesk.FreshdeskApi.encoded;
import static dev.pindah.connect.freshdesk.FreshdeskApi.text;

import dev.pindah.connect.MediaReader.Download;
import dev.pindah.connect.TargetReader;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Records by pages of 100, by id, and by what identifies them. */
final class FreshdeskReader implements TargetReader {
  private static final int PAGE_SIZE = 100;

  /** The list of tickets ends after so many pages, whatever is left. */
  private static final int TICKET_PAGES = 300;

  /** Far beyond every real list. */
  private static final int LAST_PAGE = 10_000;

  /** Without a date the list only has what was made in the last 30 days. */
  private static final String EVER = "2000-01-01T00:00:00Z";

  private final FreshdeskApi api;
  private final FreshdeskRows rows;
  private final FreshdeskFiles files;

  /** Pages of earlier stretches of the list of tickets, and where the present one begins. */
  private int passed;

  private String since = EVER;
  private String latest = EVER;

  FreshdeskReader(FreshdeskApi api, FreshdeskRows rows, FreshdeskFiles files) {
    this.files = files;
    this.api = api;
    this.rows = rows;
  }

  @Override
  public Reach reach(TargetModule module) {
    return module.hanging() ? Reach.BENEATH : Reach.PAGES;
  }

  @Override
  public Page page(TargetModule module, int number) {
    return module == TargetModule.TICKETS ? ticketPage(number) : plainPage(module, number, "");
  }

  /** By the time of the last change, so that what lies beyond the last page can be asked for. */
  private synchronized Page ticketPage(int number) {
    if (number == 1) {
      passed = 0;
      since = EVER;
      latest = EVER;
    }
    if (number - passed > TICKET_PAGES && !latest.equals(since)) {
      passed = number - 1;
      since = latest;
    }
    if (number - passed > TICKET_PAGES) {
      throw new IllegalStateException(
          "more than 30,000 tickets changed in the same second; the API lists no further ones");
    }
    Page page = tickets(since, number - passed, "asc");
    page.rows().forEach(row -> latest = updated(row));
    return page;
  }

  private static String updated(Row row) {
    return text(
        tools.jackson.databind.json.JsonMapper.shared().readTree(row.json()).path("updated_at"));
  }

  private Page tickets(String from, int number, String direction) {
    return rows(
        TargetModule.TICKETS,
        api.list(
            "/tickets?updated_since="
                + encoded(from)
                + "&order_by=updated_at&order_type="
                + direction
                + "&include=description&per_page="
                + PAGE_SIZE
                + "&page="
                + number,
            "/tickets"));
  }

  private Page plainPage(TargetModule module, int number, String filter) {
    String path = "/" + FreshdeskPaths.of(module);
    String query = path + "?per_page=" + PAGE_SIZE + "&page=" + number + filter;
    return rows(
        module,
        module == TargetModule.DESK_CONTACTS ? api.list(query, path) : api.get(query, path));
  }

  /** Only an empty page is the last one for sure. */
  private Page rows(TargetModule module, JsonNode body) {
    List<Row> read = body.valueStream().map(record -> rows.row(module, record)).toList();
    return new Page(read, read.isEmpty());
  }

  @Override
  public Page changedSince(TargetModule module, Instant from, int number) {
    String day = from.truncatedTo(ChronoUnit.SECONDS).toString();
    return switch (module) {
      case TICKETS ->
          number > TICKET_PAGES ? new Page(List.of(), true) : tickets(day, number, "desc");
      case DESK_CONTACTS -> plainPage(module, number, "&_updated_since=" + encoded(day));
      default -> plainPage(module, number, "&updated_since=" + encoded(day));
    };
  }

  @Override
  public List<Row> under(TargetModule module, TargetModule parent, String parentId) {
    Map<String, Row> found = new LinkedHashMap<>();
    files.forget();
    for (int number = 1; number <= LAST_PAGE; number++) {
      Optional<JsonNode> body =
          api.tryGet(
              "/tickets/" + parentId + "/conversations?per_page=" + PAGE_SIZE + "&page=" + number,
              "/tickets/:id/conversations");
      int before = found.size();
      body.ifPresent(answer -> answer.valueStream().forEach(files::remember));
      body.ifPresent(
          answer ->
              rows(module, answer)
                  .rows()
                  .forEach(row -> found.putIfAbsent(row.id(), on(parentId, row))));
      if (found.size() == before) {
        break;
      }
    }
    // Only notes of ours that carry files are files.
    return found.values().stream()
        .filter(row -> module != TargetModule.DESK_FILES || row.keys().containsKey(MARKER))
        .toList();
  }

  /** What was read under a ticket hangs on it, whether it says so or not. */
  private static Row on(String ticket, Row row) {
    if (row.keys().containsKey(TICKET)) {
      return row;
    }
    Map<String, List<String>> keys = new HashMap<>(row.keys());
    keys.put(TICKET, List.of(ticket));
    return new Row(row.module(), row.id(), row.json(), keys);
  }

  @Override
  public boolean givesBodies(TargetModule module) {
    return module == TargetModule.DESK_FILES;
  }

  @Override
  public Optional<Download> body(Row file, Path into, long cap) {
    return files.body(file.id(), into, cap);
  }

  @Override
  public Set<String> members(String listId) {
    return Set.of();
  }

  @Override
  public Optional<Row> one(TargetModule module, String id) {
    String path = FreshdeskPaths.of(module);
    return api.tryGet("/" + path + "/" + id, "/" + path + "/:id")
        // What lies in the trash is still readable, and is gone for everybody else.
        .filter(record -> !record.path("deleted").asBoolean(false))
        .map(record -> rows.row(module, record));
  }

  @Override
  public List<Row> find(TargetModule module, String kind, String value) {
    return switch (module) {
      case DESK_CONTACTS ->
          plainPage(
                  module,
                  1,
                  kind.equals(EMAIL)
                      ? "&email=" + encoded(value)
                      : "&unique_external_id=" + encoded(external(value)))
              .rows()
              .stream()
              // An account that does not know the filter answers with anybody.
              .filter(row -> holds(row, kind, value))
              .toList();
      case DESK_COMPANIES -> kind.equals(NAME) ? named(value) : List.of();
      // The search's index lags by minutes; lists by time of change find tickets at once.
      default -> List.of();
    };
  }

  private static boolean holds(Row row, String kind, String value) {
    return row.keys().getOrDefault(kind, List.of()).stream()
        .anyMatch(value.strip()::equalsIgnoreCase);
  }

  private static String external(String marker) {
    int colon = marker.indexOf(':');
    RecordKey key =
        new RecordKey(
            ObjectName.of(marker.substring(0, colon)).orElseThrow(), marker.substring(colon + 1));
    return FreshdeskRows.EXTERNAL + key.object().wire() + ":" + key.inCrm().id();
  }

  private List<Row> named(String name) {
    List<Row> found = new ArrayList<>();
    JsonNode answer =
        api.allowed("/companies/autocomplete?name=" + encoded(name), "/companies/autocomplete")
            .orElse(MissingNode.getInstance());
    for (JsonNode company : answer.has("companies") ? answer.path("companies") : answer) {
      if (FreshdeskRows.folded(text(company.path("name"))).equals(FreshdeskRows.folded(name))) {
        one(TargetModule.DESK_COMPANIES, text(company.path("id"))).ifPresent(found::add);
      }
    }
    return found;
  }
}
