package dev.pindah.connect.qontak;

import dev.pindah.connect.RecordReader.Page;
import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.model.ObjectName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Lists of records by pages of 100; the server may clamp the size and then counts its own pages.
 */
final class QontakLists {
  static final int PAGE_SIZE = 100;

  /** No account is this large; an endpoint that never ends is broken. */
  private static final int LAST_PAGE = 100_000;

  /** Pages whose content is remembered: an endpoint that ignores the page number repeats it. */
  private static final int REMEMBERED = 16;

  /** Paths and what has to be asked for beside the page. */
  private record Path(String path, String query, boolean chat) {}

  private static final Map<ObjectName, Path> PATHS = new LinkedHashMap<>();

  static {
    PATHS.put(ObjectName.COMPANY, new Path("/companies", "", false));
    PATHS.put(ObjectName.CONTACT, new Path("/contacts", "", false));
    PATHS.put(ObjectName.PRODUCT, new Path("/products", "", false));
    PATHS.put(ObjectName.DEAL, new Path("/deals", "", false));
    // Without the filter only the acting user's tasks are shown.
    PATHS.put(ObjectName.TASK, new Path("/tasks", "&filter=alltask", false));
    PATHS.put(ObjectName.TICKET, new Path("/tickets", "", false));
    PATHS.put(ObjectName.CHECK_IN, new Path("/geolocations", "", false));
    PATHS.put(ObjectName.CHANNEL, new Path("/integrations", "", true));
    PATHS.put(ObjectName.DIVISION, new Path("/divisions", "", true));
    PATHS.put(ObjectName.TEMPLATE, new Path("/templates/whatsapp", "", true));
    PATHS.put(ObjectName.BROADCAST, new Path("/broadcasts/whatsapp", "", true));
    PATHS.put(ObjectName.LIST, new Path("/contacts/contact_lists", "", true));
    PATHS.put(ObjectName.ROOM, new Path("/rooms", "", true));
  }

  private final QontakApi api;

  /** Lists whose pages are remembered; lists under a parent come and go. */
  private static final int LISTS = 64;

  private final Map<String, Deque<Seen>> seen =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Seen>> eldest) {
          return size() > LISTS;
        }
      };
  private final Map<ObjectName, Integer> sizes = new EnumMap<>(ObjectName.class);

  private record Seen(int number, int hash) {}

  QontakLists(QontakApi api) {
    this.api = api;
  }

  static List<ObjectName> objects() {
    return List.copyOf(PATHS.keySet());
  }

  static boolean chat(ObjectName object) {
    return path(object).chat();
  }

  static String route(ObjectName object) {
    return path(object).path();
  }

  private static Path path(ObjectName object) {
    Path path = PATHS.get(object);
    if (path == null) {
      throw new IllegalArgumentException("Qontak has no list of " + object.wire());
    }
    return path;
  }

  /** How many records there are, as the source says; -1 when it does not. */
  long count(ObjectName object) {
    Path path = path(object);
    JsonNode body = api.crm(path.path() + "?page=1&per_page=1" + path.query(), path.path());
    return QontakApi.number(body, "total_data").orElse(-1);
  }

  Page page(ObjectName object, int number) {
    Path path = path(object);
    return path.chat()
        ? chat(object, path.path(), path.path(), number)
        : crm(object, path.path(), path.query(), number);
  }

  /** A page of a CRM list. */
  Page crm(ObjectName object, String path, String query, int number) {
    JsonNode body;
    try {
      body = api.crm(path + "?page=" + number + "&per_page=" + PAGE_SIZE + query, path);
    } catch (RemoteException beyond) {
      if (beyond.kind() == Kind.ABSENT && number > 1) {
        return end();
      }
      throw beyond;
    }
    List<RawRecord> rows = QontakRows.raw(object, QontakApi.rows(body));
    OptionalLong pages = QontakApi.number(body, "total_page", "total_pages");
    OptionalLong answered = QontakApi.number(body, "page", "current_page");
    boolean repeated = repeats(path + query, number, rows);
    boolean last =
        rows.isEmpty()
            || repeated
            || (pages.isPresent() && pages.getAsLong() > 0 && number >= pages.getAsLong())
            || (answered.isPresent() && answered.getAsLong() > 0 && answered.getAsLong() < number)
            || number >= LAST_PAGE;
    OptionalLong total = QontakApi.number(body, "total_data");
    return new Page(repeated ? List.of() : rows, total, pages, last);
  }

  /**
   * A page of a chat list. Its total is often just the rows of the page, so a short, empty or
   * repeated page is the end; the size that counts is the one the server says it used.
   */
  Page chat(ObjectName object, String path, String route, int number) {
    JsonNode body = api.chat(path + "?offset=" + number + "&limit=" + PAGE_SIZE, route);
    List<RawRecord> rows = QontakRows.raw(object, QontakApi.rows(body));
    int size =
        (int) QontakApi.number(body.path("meta").path("pagination"), "limit").orElse(PAGE_SIZE);
    int first = sizes.merge(object, size, Math::min);
    boolean repeated = repeats(path, number, rows);
    boolean last =
        repeated
            || rows.isEmpty()
            || QontakApi.rows(body).size() < Math.min(first, PAGE_SIZE)
            || number >= LAST_PAGE;
    return new Page(repeated ? List.of() : rows, OptionalLong.empty(), OptionalLong.empty(), last);
  }

  private static Page end() {
    return new Page(List.of(), OptionalLong.empty(), OptionalLong.empty(), true);
  }

  private synchronized boolean repeats(String list, int number, List<RawRecord> rows) {
    int hash = rows.stream().map(RawRecord::key).toList().hashCode();
    Deque<Seen> pages = seen.computeIfAbsent(list, first -> new ArrayDeque<>());
    if (number == 1) {
      pages.clear();
    }
    boolean repeated =
        !rows.isEmpty()
            && pages.stream().anyMatch(page -> page.number() < number && page.hash() == hash);
    pages.removeIf(page -> page.number() == number);
    pages.addLast(new Seen(number, hash));
    if (pages.size() > REMEMBERED) {
      pages.removeFirst();
    }
    return repeated;
  }

  static Set<ObjectName> withoutWhichItWorks() {
    return EnumSet.of(
        ObjectName.CHECK_IN,
        ObjectName.CHANNEL,
        ObjectName.DIVISION,
        ObjectName.TEMPLATE,
        ObjectName.BROADCAST,
        ObjectName.LIST,
        ObjectName.ROOM);
  }
}
