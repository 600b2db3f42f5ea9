package dev.pindah.model.forecast;

import static dev.pindah.model.ObjectName.BROADCAST;
import static dev.pindah.model.ObjectName.CHANNEL;
import static dev.pindah.model.ObjectName.CHAT;
import static dev.pindah.model.ObjectName.CHECK_IN;
import static dev.pindah.model.ObjectName.COMPANY;
import static dev.pindah.model.ObjectName.CONTACT;
import static dev.pindah.model.ObjectName.DEAL;
import static dev.pindah.model.ObjectName.DIVISION;
import static dev.pindah.model.ObjectName.FILE;
import static dev.pindah.model.ObjectName.LINE_ITEM;
import static dev.pindah.model.ObjectName.LIST;
import static dev.pindah.model.ObjectName.LIST_MEMBER;
import static dev.pindah.model.ObjectName.NOTE;
import static dev.pindah.model.ObjectName.PRODUCT;
import static dev.pindah.model.ObjectName.REAL_CREATOR;
import static dev.pindah.model.ObjectName.ROOM;
import static dev.pindah.model.ObjectName.SCHEMA;
import static dev.pindah.model.ObjectName.STAGE_CHANGE;
import static dev.pindah.model.ObjectName.TASK;
import static dev.pindah.model.ObjectName.TEMPLATE;
import static dev.pindah.model.ObjectName.TICKET;
import static dev.pindah.model.ObjectName.TIMELINE;
import static dev.pindah.model.ObjectName.USER;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls to the source: lists by pages of a hundred, and everything else record by record. */
final class SourceRoutes {
  private static final int PAGE = 100;

  /** The size to which a server may clamp a page. */
  private static final int SMALL_PAGE = 25;

  /** Readers that share the pages of one list. */
  private static final int LANES = 4;

  /** Pages per object that discover looks at, and parents per branch. */
  private static final int LOOKED_AT = 10;

  private static final int ASKED = 10;

  /** Parents whose notes are compared with those of the list that names no parent. */
  private static final int COMPARED = 50;

  private static final Map<ObjectName, String> LISTS = new LinkedHashMap<>();

  static {
    LISTS.put(COMPANY, "/companies");
    LISTS.put(CONTACT, "/contacts");
    LISTS.put(PRODUCT, "/products");
    LISTS.put(DEAL, "/deals");
    LISTS.put(TASK, "/tasks");
    LISTS.put(TICKET, "/tickets");
    LISTS.put(CHECK_IN, "/geolocations");
    LISTS.put(CHANNEL, "/integrations");
    LISTS.put(DIVISION, "/divisions");
    LISTS.put(TEMPLATE, "/templates/whatsapp");
    LISTS.put(BROADCAST, "/broadcasts/whatsapp");
    LISTS.put(LIST, "/contacts/contact_lists");
    LISTS.put(ROOM, "/rooms");
  }

  /** What is given per record of another object. */
  private record Branch(ObjectName child, ObjectName parent, String endpoint) {}

  private static final List<Branch> BRANCHES =
      List.of(
          new Branch(LINE_ITEM, DEAL, "/products_association"),
          new Branch(NOTE, CONTACT, "/notes"),
          new Branch(NOTE, COMPANY, "/notes"),
          new Branch(NOTE, DEAL, "/notes"),
          new Branch(LIST_MEMBER, LIST, "/contacts/contact_lists/contacts/:id"),
          new Branch(STAGE_CHANGE, DEAL, "/deals/:id/stage_history"),
          new Branch(REAL_CREATOR, DEAL, "/deals/:id/real_creator"),
          new Branch(TIMELINE, CONTACT, "/contacts/:id/timeline"),
          new Branch(TIMELINE, COMPANY, "/companies/:id/timeline"),
          new Branch(TIMELINE, DEAL, "/deals/:id/timeline"),
          new Branch(CHAT, CONTACT, "/contacts/:id/chat-history"),
          new Branch(CHAT, DEAL, "/deals/:id/chat-history"));

  private static final Map<ObjectName, String> SCHEMAS = new LinkedHashMap<>();

  static {
    SCHEMAS.put(COMPANY, "/companies/info");
    SCHEMAS.put(CONTACT, "/contacts/info");
    SCHEMAS.put(DEAL, "/deals/info");
    SCHEMAS.put(PRODUCT, "/products/info");
    SCHEMAS.put(TASK, "/tasks/info");
    SCHEMAS.put(TICKET, "/tickets/info");
  }

  private final Volumes volumes;
  private final Terms terms;
  private final List<Part> parts = new ArrayList<>();

  private SourceRoutes(Volumes volumes, Terms terms) {
    this.volumes = volumes;
    this.terms = terms;
  }

  static List<Part> parts(Volumes volumes, Terms terms) {
    SourceRoutes routes = new SourceRoutes(volumes, terms);
    routes.discover();
    routes.extract();
    routes.cutover();
    return routes.parts;
  }

  private void add(String stage, ObjectName object, String endpoint, Range calls, String rule) {
    if (!terms.without().contains(object) && calls.high() > 0) {
      parts.add(new Part(stage, Product.QONTAK, object.wire(), "GET " + endpoint, calls, rule));
    }
  }

  /** Looks at no more than some pages of each list and some parents of each branch. */
  private void discover() {
    schemas("discover");
    LISTS.forEach(
        (object, endpoint) -> {
          Range pages = pages(volumes.of(object)).atMost(Range.exactly(LOOKED_AT));
          boolean counted = SCHEMAS.containsKey(object);
          add(
              "discover",
              object,
              endpoint,
              counted ? pages.plus(Range.exactly(1)) : pages,
              counted ? "the count and up to 10 pages" : "up to 10 pages");
        });
    add("discover", USER, "/users", pages(volumes.of(USER)), "one call per 100 users");
    for (Branch branch : BRANCHES) {
      Range some = volumes.of(branch.parent()).atMost(Range.exactly(ASKED));
      Range parents = branch.child() == LIST_MEMBER ? some.times(Range.of(1, 2, 3)) : some;
      add("discover", branch.child(), branch.endpoint(), parents, "up to 10 parents are asked");
    }
    add(
        "discover",
        TASK,
        "/tasks/:id",
        volumes.of(TASK).atMost(Range.exactly(ASKED)),
        "up to 10 tasks in full");
    for (ObjectName object : List.of(NOTE, LINE_ITEM)) {
      add(
          "discover",
          object,
          object == NOTE ? "/notes" : "/products_association",
          Range.exactly(1),
          "whether the list answers without a parent");
    }
  }

  private void schemas(String stage) {
    SCHEMAS.forEach(
        (object, endpoint) ->
            add(stage, SCHEMA, endpoint, Range.exactly(1), "fields of " + object.wire()));
    add(stage, SCHEMA, "/pipelines", Range.exactly(1), "all pipelines");
    if (stage.equals("discover")) {
      add(
          stage,
          SCHEMA,
          "/pipelines/:id/stages",
          Range.exactly(terms.pipelines()),
          "one call per pipeline");
    } else {
      add(stage, SCHEMA, "/tickets/ticket_pipelines", Range.exactly(1), "all at once");
      add(stage, SCHEMA, "/tasks/category", Range.exactly(1), "all at once");
    }
  }

  private void extract() {
    schemas("extract");
    LISTS.forEach(
        (object, endpoint) ->
            add(
                "extract",
                object,
                endpoint,
                scan(volumes.of(object)),
                "one call per 100; twice when rows move meanwhile"));
    add(
        "extract",
        TASK,
        "/tasks/:id",
        volumes.of(TASK),
        "lists leave fields out: one call per task");
    BRANCHES.forEach(this::branch);
    add("extract", FILE, "/:file", volumes.of(FILE), "one call per file");
  }

  private void branch(Branch branch) {
    Range parents = volumes.of(branch.parent());
    String rule = "one call per " + branch.parent().wire();
    Range calls =
        switch (branch.child()) {
          case LIST_MEMBER -> members(parents);
          case NOTE, LINE_ITEM -> wholesale(branch, parents);
          case CHAT -> chats(parents);
          // Accounts were seen that answer 405 here, which ends the branch.
          case TIMELINE -> new Range(Math.min(1, parents.low()), parents.likely(), parents.high());
          default -> parents;
        };
    if (branch.child() == CHAT) {
      rule += ", none without a connected channel";
    }
    if (terms.wholesale().contains(branch.child())) {
      rule = "one call per 100 and 50 to compare; " + rule + " when the list is incomplete";
    }
    add("extract", branch.child(), branch.endpoint(), calls, rule);
  }

  /** One call per hundred, and mostly one more that finds the end. */
  private Range members(Range lists) {
    Range more = volumes.of(LIST_MEMBER).times(1.0 / PAGE);
    return new Range(
        lists.low(),
        2 * lists.likely() + Math.floor(more.likely() / 2),
        2 * lists.high() + more.high());
  }

  /** Conversations are only asked for where a channel is connected. */
  private Range chats(Range parents) {
    Range channels = volumes.of(CHANNEL);
    boolean known = volumes.records().containsKey(CHANNEL);
    if (!known) {
      return new Range(0, parents.likely(), parents.high());
    }
    return channels.high() == 0 ? Range.ZERO : parents;
  }

  /** The list is read once for all parents; what it costs is put to the first of them. */
  private Range wholesale(Branch branch, Range parents) {
    if (!terms.wholesale().contains(branch.child())) {
      return parents;
    }
    boolean first = branch.child() == LINE_ITEM || branch.parent() == CONTACT;
    Range list =
        volumes.of(branch.child()).sets(PAGE).plus(parents.atMost(Range.exactly(COMPARED)));
    // Some accounts answer the whole list at once.
    double least = Math.min(list.low(), COMPARED);
    double likely = first ? Math.min(list.likely(), parents.likely()) : 0;
    return new Range(first ? Math.min(least, likely) : 0, likely, Math.max(parents.high(), likely));
  }

  /** Freeze looks twice, the delta once; what is given per record is read for what changed. */
  private void cutover() {
    LISTS.forEach(
        (object, endpoint) ->
            add(
                "cutover",
                object,
                endpoint,
                scan(volumes.of(object)).times(3),
                "two looks at the freeze and one for the delta"));
    BRANCHES.forEach(
        branch ->
            add(
                "cutover",
                branch.child(),
                branch.endpoint(),
                volumes.of(branch.parent()).times(Range.of(0, 0.01, 0.1)),
                "for what changed since: about 1 in 100"));
  }

  private static Range pages(Range records) {
    return new Range(
        Math.max(1, Math.ceil(records.low() / PAGE)),
        Math.max(1, Math.ceil(records.likely() / PAGE)),
        Math.max(1, Math.ceil(records.high() / SMALL_PAGE)));
  }

  /** Readers side by side may go past the end of a list; one that moves is read again. */
  private static Range scan(Range records) {
    Range pages = pages(records);
    return new Range(pages.low(), pages.likely(), 2 * pages.high() + LANES);
  }
}
