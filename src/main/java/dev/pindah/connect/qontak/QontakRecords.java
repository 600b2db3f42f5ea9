package dev.pindah.connect.qontak;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Lists of records by pages of 100; the server may clamp the size and then counts its own pages.
 */
final class QontakRecords implements RecordReader {
  private static final int PAGE_SIZE = 100;

  /** No account is this large; an endpoint that never ends is broken. */
  private static final int LAST_PAGE = 100_000;

  private static final Map<ObjectName, String> PATHS =
      Map.of(
          ObjectName.COMPANY, "/companies",
          ObjectName.CONTACT, "/contacts",
          ObjectName.DEAL, "/deals");

  private final QontakApi api;
  private final Map<ObjectName, Seen> seen = new EnumMap<>(ObjectName.class);

  /** The page before: an endpoint that ignores the page number repeats it. */
  private record Seen(int number, int hash) {}

  QontakRecords(QontakApi api) {
    this.api = api;
  }

  @Override
  public Set<ObjectName> objects() {
    return PATHS.keySet();
  }

  @Override
  public Page page(ObjectName object, int number) {
    JsonNode body;
    try {
      body = list(object, number, PAGE_SIZE);
    } catch (RemoteException beyond) {
      if (beyond.kind() == Kind.ABSENT && number > 1) {
        return new Page(List.of(), OptionalLong.empty(), true);
      }
      throw beyond;
    }
    List<RawRecord> rows =
        QontakApi.rows(body).stream()
            .filter(row -> !QontakApi.text(row.path("id")).isEmpty())
            .map(row -> raw(object, row))
            .toList();
    OptionalLong pages = QontakApi.number(body, "total_page", "total_pages");
    OptionalLong answered = QontakApi.number(body, "page", "current_page");
    boolean repeated = repeats(object, number, rows);
    boolean last =
        rows.isEmpty()
            || repeated
            || (pages.isPresent() && pages.getAsLong() > 0 && number >= pages.getAsLong())
            || (answered.isPresent() && answered.getAsLong() > 0 && answered.getAsLong() < number)
            || number >= LAST_PAGE;
    return new Page(repeated ? List.of() : rows, QontakApi.number(body, "total_data"), last);
  }

  private boolean repeats(ObjectName object, int number, List<RawRecord> rows) {
    int hash = rows.stream().map(RawRecord::key).toList().hashCode();
    Seen before = seen.put(object, new Seen(number, hash));
    return before != null && before.number() == number - 1 && before.hash() == hash;
  }

  private JsonNode list(ObjectName object, int number, int size) {
    String path = path(object);
    return api.crm(path + "?page=" + number + "&per_page=" + size, path);
  }

  /** How many records there are, as the source says; -1 when it does not. */
  long count(ObjectName object) {
    return QontakApi.number(list(object, 1, 1), "total_data").orElse(-1);
  }

  @Override
  public Optional<RawRecord> one(RecordKey key) {
    String path = path(key.object());
    try {
      JsonNode body = api.crm(path + "/" + key.id(), path + "/:id");
      // Documented as a list, answered as an object: take the row that carries the id.
      return QontakApi.rows(body).stream()
          .filter(row -> QontakApi.text(row.path("id")).equals(key.id()))
          .findFirst()
          .map(row -> raw(key.object(), row));
    } catch (RemoteException gone) {
      if (gone.kind() == Kind.ABSENT) {
        return Optional.empty();
      }
      throw gone;
    }
  }

  private static String path(ObjectName object) {
    String path = PATHS.get(object);
    if (path == null) {
      throw new IllegalArgumentException("Qontak has no list of " + object.wire());
    }
    return path;
  }

  private static RawRecord raw(ObjectName object, JsonNode row) {
    return new RawRecord(new RecordKey(object, QontakApi.text(row.path("id"))), row.toString());
  }
}
