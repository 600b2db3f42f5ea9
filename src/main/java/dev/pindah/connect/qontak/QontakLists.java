package dev.pindah.connect.qontak;

import dev.pindah.connect.RecordReader.Page;
import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.model.ObjectName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Lists of records by pages of 100. The server may clamp the size, and count its pages by the size
 * that was asked for or by its own; it may refuse the size, and is then asked for less.
 */
final class QontakLists {
  static final int PAGE_SIZE = 100;

  /** What the documentation shows. */
  static final int SMALL_PAGE = 25;

  /** No server clamps chat pages to less: what is shorter is the end. */
  private static final int SMALLEST_CLAMP = 10;

  /** By how much the pages of a list that is read again are shorter each time. */
  private static final int SHORTER = 7;

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

  private final Map<String, Known> lists =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > LISTS;
        }
      };

  /** Lists whose server refuses pages of the usual size. */
  private final Set<String> refusing = ConcurrentHashMap.newKeySet();

  private record Seen(int number, int hash) {}

  /** What was seen of a list since its first page was read. */
  private static final class Known {
    private final Deque<Seen> pages = new ArrayDeque<>();

    /** Rows of the first page, which is full unless it is the only one. */
    private int full;

    /** The same of a first page that was asked for in the usual size; 0 before there was one. */
    private int usual;
  }

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

  /**
   * A page.
   *
   * @param scan the how-manieth reading of the list, from 1; the pages of each end elsewhere
   */
  Page page(ObjectName object, int number, int scan) {
    Path path = path(object);
    return path.chat()
        ? chat(object, path.path(), path.path(), number)
        : crm(object, path.path(), path.query(), number, (scan - 1) * SHORTER);
  }

  /** A page of a CRM list. */
  Page crm(ObjectName object, String path, String query, int number) {
    return crm(object, path, query, number, 0);
  }

  private Page crm(ObjectName object, String path, String query, int number, int less) {
    JsonNode body;
    try {
      body = asked(path, query, number, less);
    } catch (RemoteException beyond) {
      if (beyond.kind() == Kind.ABSENT && number > 1) {
        return end();
      }
      throw beyond;
    }
    List<JsonNode> found = QontakApi.rows(body);
    List<RawRecord> rows = QontakRows.raw(object, found);
    OptionalLong total = QontakApi.number(body, "total_data");
    OptionalLong answered = QontakApi.number(body, "page", "current_page");
    Look look = look(path + query, number, rows, found.size(), less);
    boolean repeated = look.repeated();
    OptionalLong pages =
        pages(QontakApi.number(body, "total_page", "total_pages"), total, look.full());
    boolean last =
        rows.isEmpty()
            || repeated
            || (pages.isPresent() && number >= pages.getAsLong())
            || (answered.isPresent() && answered.getAsLong() > 0 && answered.getAsLong() < number)
            || number >= LAST_PAGE;
    return new Page(repeated ? List.of() : rows, total, pages, last);
  }

  private JsonNode asked(String path, String query, int number, int less) {
    int usual = refusing.contains(path) ? SMALL_PAGE : PAGE_SIZE;
    // Where the server cuts pages itself, only what is shorter than its own ends elsewhere.
    int given = less == 0 ? usual : Math.min(usual, usual(path + query, usual));
    int size = Math.max(SMALLEST_CLAMP, given - less);
    try {
      return api.crm(path + "?page=" + number + "&per_page=" + size + query, path);
    } catch (RemoteException refused) {
      if (refused.kind() == Kind.UNUSABLE && number == 1 && size > SMALL_PAGE) {
        refusing.add(path);
        return asked(path, query, number, less);
      }
      throw refused;
    }
  }

  /** As the server says, unless its own count of records does not fit into so many pages. */
  private static OptionalLong pages(OptionalLong told, OptionalLong total, int full) {
    long fit = full == 0 ? 0 : Math.ceilDiv(total.orElse(0), full);
    long pages = Math.max(told.orElse(0), fit);
    return pages > 0 ? OptionalLong.of(pages) : OptionalLong.empty();
  }

  /**
   * A page of a chat list. Its total is often just the rows of the page, and the size it names may
   * be the one that was asked for, so the end is a page that is empty, repeated, or shorter than
   * the first; a first page ends the list only when it is shorter than any clamp.
   */
  Page chat(ObjectName object, String path, String route, int number) {
    JsonNode body = api.chat(path + "?offset=" + number + "&limit=" + PAGE_SIZE, route);
    List<JsonNode> found = QontakApi.rows(body);
    List<RawRecord> rows = QontakRows.raw(object, found);
    Look look = look(path, number, rows, found.size(), 0);
    boolean last =
        look.repeated() || ends(found.size(), number, look.full()) || number >= LAST_PAGE;
    return new Page(
        look.repeated() ? List.of() : rows, OptionalLong.empty(), OptionalLong.empty(), last);
  }

  /** Whether a chat page is the last one, by its size and that of the first. */
  static boolean ends(int size, int number, int first) {
    return size < (number == 1 ? SMALLEST_CLAMP : Math.max(1, first));
  }

  private static Page end() {
    return new Page(List.of(), OptionalLong.empty(), OptionalLong.empty(), true);
  }

  /**
   * A page beside those that were read before.
   *
   * @param full rows of a full page
   */
  private record Look(boolean repeated, int full) {}

  /** Rows of the first page when it was asked for in the usual size. */
  private synchronized int usual(String list, int unknown) {
    Known known = lists.get(list);
    return known == null || known.usual == 0 ? unknown : known.usual;
  }

  private synchronized Look look(
      String list, int number, List<RawRecord> rows, int size, int less) {
    int hash = rows.stream().map(RawRecord::key).toList().hashCode();
    Known known = lists.computeIfAbsent(list, first -> new Known());
    Deque<Seen> pages = known.pages;
    if (number == 1) {
      pages.clear();
      known.full = size;
      known.usual = less == 0 ? size : known.usual;
    }
    boolean repeated =
        !rows.isEmpty()
            && pages.stream().anyMatch(page -> page.number() < number && page.hash() == hash);
    pages.removeIf(page -> page.number() == number);
    pages.addLast(new Seen(number, hash));
    if (pages.size() > REMEMBERED) {
      pages.removeFirst();
    }
    return new Look(repeated, known.full);
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
