package dev.pindah.connect.qontak;

import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Records of all objects that Qontak gives. */
final class QontakRecords implements RecordReader {
  /** Where single records stand, for objects whose place is not that of their list. */
  private static final Map<ObjectName, String> SINGLE =
      Map.of(
          ObjectName.NOTE, "/notes/",
          ObjectName.LINE_ITEM, "/products_association/",
          ObjectName.LIST, "/contacts/contact_lists/");

  /** Objects of which Qontak has no endpoint for one. */
  private static final Set<ObjectName> LISTED_ONLY =
      Set.of(ObjectName.DIVISION, ObjectName.BROADCAST, ObjectName.TEMPLATE);

  /** Small documents of the CRM, by the object that they describe. */
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "contact", "/contacts/info",
          "company", "/companies/info",
          "deal", "/deals/info",
          "task", "/tasks/info",
          "ticket", "/tickets/info",
          "product", "/products/info");

  private final QontakApi api;
  private final QontakLists lists;
  private final QontakBranches branches;

  QontakRecords(QontakApi api) {
    this.api = api;
    this.lists = new QontakLists(api);
    this.branches = new QontakBranches(api, lists);
  }

  @Override
  public List<ObjectName> objects() {
    return QontakLists.objects();
  }

  @Override
  public Set<ObjectName> optional() {
    return QontakLists.withoutWhichItWorks();
  }

  @Override
  public Set<ObjectName> thin() {
    return Set.of(ObjectName.TASK);
  }

  /** How many records there are, as the source says; -1 when it does not. */
  long count(ObjectName object) {
    return lists.count(object);
  }

  @Override
  public Page page(ObjectName object, int number, int scan) {
    return lists.page(object, number, scan);
  }

  @Override
  public Optional<RawRecord> one(RecordKey key) {
    if (LISTED_ONLY.contains(key.object())) {
      return Optional.empty();
    }
    String path =
        Optional.ofNullable(SINGLE.get(key.object()))
            .orElseGet(() -> QontakLists.route(key.object()) + "/");
    boolean chat = QontakLists.objects().contains(key.object()) && QontakLists.chat(key.object());
    try {
      JsonNode body =
          chat
              ? api.chat(path + QontakApi.segment(key.id()), path + ":id")
              : api.crm(path + QontakApi.segment(key.id()), path + ":id");
      // Documented as a list, answered as an object: take the row that carries the id.
      return QontakApi.rows(body).stream()
          .filter(row -> QontakApi.text(row.path("id")).equals(key.id()))
          .findFirst()
          .map(row -> QontakRows.raw(key.object(), row));
    } catch (RemoteException gone) {
      if (gone.kind() == Kind.ABSENT) {
        return Optional.empty();
      }
      throw gone;
    }
  }

  @Override
  public List<Branch> branches() {
    return QontakBranches.ALL;
  }

  @Override
  public List<RawRecord> children(Branch branch, RecordKey parent) {
    return branches.children(branch, parent);
  }

  @Override
  public Set<ObjectName> wholesale() {
    return QontakBranches.WHOLESALE;
  }

  @Override
  public Page wholesale(ObjectName child, int number) {
    return lists.crm(
        child, child == ObjectName.NOTE ? "/notes" : "/products_association", "", number);
  }

  @Override
  public List<RawRecord> setup() {
    List<RawRecord> setup = new ArrayList<>();
    SCHEMAS.forEach(
        (object, path) ->
            document(path)
                .ifPresent(
                    body ->
                        setup.add(
                            RawRecord.of(
                                new RecordKey(ObjectName.SCHEMA, object), body.toString()))));
    document("/tickets/ticket_pipelines")
        .ifPresent(
            body -> setup.addAll(QontakRows.raw(ObjectName.TICKET_PIPELINE, QontakApi.rows(body))));
    document("/tasks/category")
        .ifPresent(
            body -> setup.addAll(QontakRows.raw(ObjectName.TASK_CATEGORY, QontakApi.rows(body))));
    document("/pipelines")
        .ifPresent(body -> setup.addAll(QontakRows.raw(ObjectName.PIPELINE, QontakApi.rows(body))));
    return setup;
  }

  private Optional<JsonNode> document(String path) {
    try {
      return Optional.of(api.crm(path, path));
    } catch (RemoteException absent) {
      if (absent.kind() == Kind.ABSENT || absent.kind() == Kind.UNSUPPORTED) {
        return Optional.empty();
      }
      throw absent;
    }
  }
}
