package dev.pindah.connect;

import dev.pindah.connect.MediaReader.Download;
import dev.pindah.model.Link.Role;
import dev.pindah.model.RecordKey;
import dev.pindah.model.TargetModule;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads records of the destination, by pages and by what identifies them. */
public interface TargetReader {
  /** Kind of key: our own mark, the only one that proves a record to be ours. */
  String MARKER = "marker";

  /** Kind of key: e-mail in lower case; several per record are possible. */
  String EMAIL = "email";

  /** Kind of key: name, folded to lower case and single blanks. */
  String NAME = "name";

  /** Kind of key: target id of an account that the record hangs on; the primary one first. */
  String ACCOUNT = "account";

  /** Kind of key: target id of a contact that the record hangs on. */
  String CONTACT = "contact";

  /** Kind of key: target id of a deal that the record hangs on. */
  String DEAL = "deal";

  /** Kind of key: target id of the helpdesk's contact who asks in a ticket. */
  String REQUESTER = "requester";

  /** Kind of key: target id of the ticket that a note hangs on. */
  String TICKET = "ticket";

  /** Kind of key: target id of the parent account. */
  String PARENT = "parent";

  /**
   * One record.
   *
   * @param json the record as received, references included, related rows not
   * @param keys what identifies it (MARKER as {@code object:id}, EMAIL, NAME) and what it hangs on
   *     (ACCOUNT, CONTACT, PARENT), by kind
   */
  record Row(TargetModule module, String id, String json, Map<String, List<String>> keys) {
    public Row {
      keys = Map.copyOf(keys);
    }

    /** The source record that this row says it came from. */
    public boolean carries(RecordKey key) {
      return keys.getOrDefault(MARKER, List.of()).contains(marker(key));
    }
  }

  /** The kind of key of a relation. */
  static String key(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** What a file is known by on its record: its name and, where that is told, its length. */
  static String file(JsonNode attributes) {
    return attributes.path("file_name").asString("").strip().toLowerCase(Locale.ROOT);
  }

  static String marker(RecordKey key) {
    return key.object().wire() + ":" + key.id();
  }

  /** One page; {@code last} when no page follows. */
  record Page(List<Row> rows, boolean last) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /** How records of a module can be read back. */
  enum Reach {
    /** All of them, by pages. */
    PAGES,
    /** Only under the records that they hang on. */
    BENEATH,
    /** One by one, by id. */
    SINGLE,
    /** Not at all with this reader. */
    NONE
  }

  /** What this reader can do for a module; whatever it cannot is said, never passed over. */
  default Reach reach(TargetModule module) {
    return switch (module) {
      case SALES_ACCOUNTS, CONTACTS, DEALS, TASKS, LISTS -> Reach.PAGES;
      case NOTES, FILES -> Reach.BENEATH;
      case USERS, LEADS, TICKETS, DESK_CONTACTS, DESK_COMPANIES, DESK_NOTES, DESK_FILES ->
          Reach.NONE;
    };
  }

  /** Page {@code number} from 1, oldest first, with everything that the comparison needs. */
  Page page(TargetModule module, int number);

  /** All of them, page after page. */
  default void pages(TargetModule module, Consumer<List<Row>> rows) {
    for (int number = 1; ; number++) {
      Page page = page(module, number);
      rows.accept(page.rows());
      if (page.last()) {
        return;
      }
    }
  }

  /** Page {@code number} from 1 of what changed at or after the instant, newest first. */
  Page changedSince(TargetModule module, Instant since, int number);

  /** All that hangs on one record, read through that record. */
  List<Row> under(TargetModule module, TargetModule parent, String parentId);

  /** Whether the bodies of files can be read back with {@link #body}. */
  default boolean givesBodies(TargetModule module) {
    return false;
  }

  /**
   * Streams the body of a file that {@link #under} has shown last: links to bodies are short-lived.
   * Empty where the target gives none back.
   *
   * @param into an empty file
   * @param cap length in bytes up to which it is taken
   */
  default Optional<Download> body(Row file, Path into, long cap) {
    return Optional.empty();
  }

  /** Target ids of the contacts on a list. */
  Set<String> members(String listId);

  /** By id; empty when it is not there. */
  Optional<Row> one(TargetModule module, String id);

  /**
   * Asks the target's look-up by marker, e-mail or name. It may lag behind writes by seconds, so an
   * empty answer proves nothing for a record that was written just now.
   */
  List<Row> find(TargetModule module, String kind, String value);
}
