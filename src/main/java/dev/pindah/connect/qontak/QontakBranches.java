package dev.pindah.connect.qontak;

import dev.pindah.connect.RecordReader.Branch;
import dev.pindah.connect.RecordReader.Page;
import dev.pindah.connect.RecordReader.RawRecord;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What Qontak gives record by record: one call for each parent, and no paging but for lists. */
final class QontakBranches {
  static final List<Branch> ALL =
      List.of(
          new Branch(ObjectName.LINE_ITEM, ObjectName.DEAL),
          new Branch(ObjectName.NOTE, ObjectName.CONTACT),
          new Branch(ObjectName.NOTE, ObjectName.COMPANY),
          new Branch(ObjectName.NOTE, ObjectName.DEAL),
          new Branch(ObjectName.LIST_MEMBER, ObjectName.LIST),
          new Branch(ObjectName.STAGE_CHANGE, ObjectName.DEAL),
          new Branch(ObjectName.REAL_CREATOR, ObjectName.DEAL),
          new Branch(ObjectName.TIMELINE, ObjectName.CONTACT),
          new Branch(ObjectName.TIMELINE, ObjectName.COMPANY),
          new Branch(ObjectName.TIMELINE, ObjectName.DEAL),
          new Branch(ObjectName.CHAT, ObjectName.CONTACT),
          new Branch(ObjectName.CHAT, ObjectName.DEAL));

  /** Lists that are documented with a parent only, and may work without. */
  static final Set<ObjectName> WHOLESALE = Set.of(ObjectName.NOTE, ObjectName.LINE_ITEM);

  private static final Map<ObjectName, String> NOTE_PARENTS =
      Map.of(
          ObjectName.CONTACT, "crm_lead_id",
          ObjectName.COMPANY, "crm_company_id",
          ObjectName.DEAL, "crm_deal_id");

  private static final int LAST_PAGE = 10_000;

  private final QontakApi api;
  private final QontakLists lists;

  QontakBranches(QontakApi api, QontakLists lists) {
    this.api = api;
    this.lists = lists;
  }

  List<RawRecord> children(Branch branch, RecordKey parent) {
    return switch (branch.child()) {
      case NOTE -> notes(parent);
      case LINE_ITEM -> lineItems(parent);
      case LIST_MEMBER -> members(parent);
      case STAGE_CHANGE ->
          QontakRows.numbered(ObjectName.STAGE_CHANGE, parent, rows(parent, "/stage_history"));
      case REAL_CREATOR ->
          QontakRows.numbered(ObjectName.REAL_CREATOR, parent, rows(parent, "/real_creator"));
      case TIMELINE -> QontakRows.hashed(ObjectName.TIMELINE, parent, rows(parent, "/timeline"));
      case CHAT -> chats(parent);
      default -> throw new IllegalArgumentException("no branch " + branch.wire());
    };
  }

  private List<RawRecord> notes(RecordKey parent) {
    String filter = NOTE_PARENTS.get(parent.object()) + "=" + QontakApi.segment(parent.id());
    return QontakRows.identified(
        ObjectName.NOTE,
        parent,
        rows("/notes?" + filter, "/notes").stream()
            // A server that ignores the filter answers with everybody's notes.
            .filter(row -> QontakRows.about(parent, row))
            .toList());
  }

  private List<JsonNode> rows(RecordKey parent, String what) {
    String route = QontakLists.route(parent.object());
    return rows(route + "/" + QontakApi.segment(parent.id()) + what, route + "/:id" + what);
  }

  /** All at once as documented; page after page where an answer says that there are more. */
  private List<JsonNode> rows(String path, String route) {
    JsonNode body = api.crm(path, route);
    List<JsonNode> rows = new ArrayList<>(QontakApi.rows(body));
    long pages = QontakApi.number(body, "total_page", "total_pages").orElse(1);
    List<JsonNode> before = List.copyOf(rows);
    for (int number = 2; number <= Math.min(pages, LAST_PAGE); number++) {
      String page = path + (path.contains("?") ? "&" : "?") + "page=" + number;
      List<JsonNode> next = QontakApi.rows(api.crm(page, route));
      if (next.isEmpty() || next.equals(before)) {
        break;
      }
      rows.addAll(next);
      before = next;
    }
    return rows;
  }

  /**
   * Page after page, since some accounts page them and others answer all at once; one that does not
   * say how many there are is asked on while its pages may be full ones.
   */
  private List<RawRecord> lineItems(RecordKey deal) {
    Map<RecordKey, RawRecord> items = new LinkedHashMap<>();
    for (int number = 1; number <= LAST_PAGE; number++) {
      Page page =
          lists.crm(
              ObjectName.LINE_ITEM,
              "/products_association",
              "&crm_deal_id=" + QontakApi.segment(deal.id()),
              number);
      int before = items.size();
      page.records().forEach(item -> items.putIfAbsent(item.key(), item));
      boolean small = page.pages().isEmpty() && page.records().size() < QontakLists.SMALL_PAGE;
      if (page.last() || items.size() == before || small) {
        break;
      }
    }
    // A server that ignores the filter answers with everybody's items.
    return items.values().stream()
        .filter(item -> item.parent().map(deal::equals).orElse(true))
        .map(item -> new RawRecord(item.key(), java.util.Optional.of(deal), item.json()))
        .toList();
  }

  private List<RawRecord> members(RecordKey list) {
    Map<RecordKey, RawRecord> members = new LinkedHashMap<>();
    String path = "/contacts/contact_lists/contacts/";
    for (int number = 1; number <= LAST_PAGE; number++) {
      Page page =
          lists.chat(
              ObjectName.LIST_MEMBER, path + QontakApi.segment(list.id()), path + ":id", number);
      int before = members.size();
      page.records()
          .forEach(
              row ->
                  members.putIfAbsent(
                      row.key(),
                      new RawRecord(
                          new RecordKey(ObjectName.LIST_MEMBER, list.id() + "-" + row.key().id()),
                          java.util.Optional.of(list),
                          row.json())));
      if (page.last() || members.size() == before) {
        break;
      }
    }
    return List.copyOf(members.values());
  }

  /** One room or an array of rooms; a contact that never chatted has none. */
  private List<RawRecord> chats(RecordKey parent) {
    List<JsonNode> rooms;
    try {
      rooms = rows(parent, "/chat-history");
    } catch (RemoteException none) {
      if (none.kind() == Kind.ABSENT) {
        return List.of();
      }
      throw none;
    }
    List<RawRecord> chats = new ArrayList<>();
    for (JsonNode room : rooms) {
      String id = QontakApi.text(room.path("room_id"));
      if (!id.isEmpty() || !room.path("chat_contents").isEmpty()) {
        chats.add(
            QontakRows.under(
                ObjectName.CHAT, parent, id.isEmpty() ? "" + (chats.size() + 1) : id, room));
      }
    }
    return chats;
  }
}
