package dev.pindah.model.forecast;

import static dev.pindah.model.ObjectName.CHAT;
import static dev.pindah.model.ObjectName.COMPANY;
import static dev.pindah.model.ObjectName.CONTACT;
import static dev.pindah.model.ObjectName.DEAL;
import static dev.pindah.model.ObjectName.FILE;
import static dev.pindah.model.ObjectName.LIST;
import static dev.pindah.model.ObjectName.LIST_MEMBER;
import static dev.pindah.model.ObjectName.NOTE;
import static dev.pindah.model.ObjectName.TASK;
import static dev.pindah.model.ObjectName.TICKET;

import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.TargetModule;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls to the target, as load makes them: accounts and contacts by the hundred, read back by
 * pages; what has no bulk route that keeps everything one by one.
 */
final class TargetRoutes {
  private static final int PAGE = 100;
  private static final int JOB = 100;

  /** Records that go together in side-by-side jobs, and are read back together. */
  private static final int CHUNK = 400;

  /** Selectors, fields, views and counts that one reading of the account's setup takes. */
  private static final Range SETUP = Range.of(14, 19, 40);

  /** Looks at a job until it is through. */
  private static final Range LOOKS = Range.of(1, 1, 4);

  /** Records in a hundred that a job does not make, and that go by themselves. */
  private static final Range LEFT_OVER = Range.of(0, 0.005, 0.05);

  private final Volumes volumes;
  private final Terms terms;
  private final List<Part> parts = new ArrayList<>();

  private TargetRoutes(Volumes volumes, Terms terms) {
    this.volumes = volumes;
    this.terms = terms;
  }

  static List<Part> parts(Volumes volumes, Terms terms) {
    TargetRoutes routes = new TargetRoutes(volumes, terms);
    routes.setup();
    routes.load();
    routes.readBack("reconcile", 1, "read back by pages, and notes once under each parent");
    routes.readBack("cutover", 1.2, "compared before the delta, read back after it");
    if (terms.helpdesk()) {
      routes.desk();
    }
    return routes.parts;
  }

  /** Sets of records that wait for the target to be through with them. */
  static Range waits(Volumes volumes, Terms terms) {
    return terms.bulk()
        ? volumes.of(COMPANY).sets(CHUNK).plus(volumes.of(CONTACT).sets(CHUNK))
        : Range.ZERO;
  }

  private void add(
      String stage, Product product, String object, String endpoint, Range calls, String rule) {
    if (calls.high() > 0) {
      parts.add(new Part(stage, product, object, endpoint, calls, rule));
    }
  }

  private void crm(String stage, ObjectName object, String endpoint, Range calls, String rule) {
    if (!terms.without().contains(object)) {
      add(stage, Product.FRESHSALES, object.wire(), endpoint, calls, rule);
    }
  }

  private void setup() {
    for (String stage : List.of("discover", "prepare")) {
      boolean once = stage.equals("discover");
      add(
          stage,
          Product.FRESHSALES,
          "setup",
          Part.ANY,
          once ? SETUP : SETUP.times(Range.of(2, 3, 4)),
          once
              ? "fields, users, pipelines, pick lists"
              : "the same, each time prepare looks again");
    }
  }

  private void load() {
    known(TargetModule.SALES_ACCOUNTS, COMPANY, "GET /sales_accounts/view/:id");
    bulk(COMPANY, "/sales_accounts");
    known(TargetModule.CONTACTS, CONTACT, "GET /contacts/view/:id");
    bulk(CONTACT, "/contacts");
    known(TargetModule.DEALS, DEAL, "GET /deals/view/:id");
    crm("load", DEAL, "POST /deals", volumes.of(DEAL), "one by one: bulk drops their contacts");
    again(DEAL, "/deals", volumes.closedDeals(), "closing dates, by the hundred");
    again(
        CONTACT,
        "/contacts",
        volumes.dealContacts().times(Range.of(0.2, 0.9, 1)),
        "stages that deals have moved, by the hundred");
    Range tasks = volumes.of(TASK);
    crm("load", TASK, "GET /tasks", Range.exactly(3), "what stands already");
    crm("load", TASK, "POST /tasks", tasks, "one by one");
    if (!terms.helpdesk()) {
      crm("load", TICKET, "POST /tasks", volumes.of(TICKET), "each becomes a task, one by one");
    }
    crm("load", NOTE, "POST /notes", volumes.of(NOTE), "one by one");
    crm("load", CHAT, "POST /notes", volumes.of(CHAT), "one note per conversation");
    crm(
        "load",
        ObjectName.TIMELINE,
        "POST /notes",
        volumes.told(),
        "one note per record that has a timeline");
    crm(
        "load",
        ObjectName.LINE_ITEM,
        "POST /notes",
        volumes.dealsWithItems(),
        "one note per deal with items");
    crm(
        "load",
        FILE,
        terms.plan().storesFiles() ? "POST /documents" : "POST /document_links",
        volumes.of(FILE).times(Range.of(0.8, 0.97, 1)),
        "one by one, once the bytes are here; a link where the plan stores none");
    crm("load", LIST, "GET /lists", Range.exactly(1), "what stands already");
    crm("load", LIST, "POST /lists", volumes.of(LIST), "one by one");
    crm(
        "load",
        LIST_MEMBER,
        "PUT /lists/:id/add_contacts",
        members(),
        "by the hundred, at least one call per list");
  }

  private void known(TargetModule module, ObjectName object, String endpoint) {
    crm(
        "load",
        object,
        endpoint,
        Range.exactly(Math.max(1, Math.ceil(volumes.existing(module) / (double) PAGE))),
        "what stands already, by pages");
  }

  private void bulk(ObjectName object, String module) {
    Range records = volumes.of(object);
    if (!terms.bulk()) {
      crm("load", object, "POST " + module, records, "one by one: bulk is off");
      return;
    }
    Range jobs = records.sets(JOB);
    crm("load", object, "POST " + module + "/bulk_upsert", jobs, "one call per 100");
    crm("load", object, "GET /job_statuses/:id", jobs.times(LOOKS), "until the job is through");
    crm(
        "load",
        object,
        "GET " + module + "/view/:id",
        jobs.times(Range.of(1, 1, 2)).plus(records.sets(CHUNK).times(Range.of(0, 0.1, 1))),
        "ids are read back, by pages");
    crm(
        "load",
        object,
        "POST " + module,
        records.times(LEFT_OVER).each(Math::floor),
        "what a job did not make");
  }

  /** A second write of one value, after the module was read anew. */
  private void again(ObjectName object, String module, Range records, String rule) {
    Range pages = records.high() == 0 ? Range.ZERO : all(volumes.of(object));
    crm("load", object, "GET " + module + "/view/:id", pages, "read anew before the second write");
    Range jobs = records.sets(JOB);
    Range calls = terms.bulk() ? jobs : records;
    crm(
        "load",
        object,
        terms.bulk() ? "POST " + module + "/bulk_upsert" : "PUT " + module + "/:id",
        calls,
        rule);
    if (terms.bulk()) {
      crm("load", object, "GET /job_statuses/:id", jobs.times(LOOKS), "until the job is through");
    }
  }

  private void readBack(String stage, double times, String rule) {
    crm(
        stage,
        COMPANY,
        "GET /sales_accounts/view/:id",
        all(volumes.of(COMPANY)).times(times),
        rule);
    crm(stage, CONTACT, "GET /contacts/view/:id", all(volumes.of(CONTACT)).times(times), rule);
    crm(stage, DEAL, "GET /deals/view/:id", all(volumes.of(DEAL)).times(times), rule);
    Range tasks = terms.helpdesk() ? volumes.of(TASK) : volumes.of(TASK).plus(volumes.of(TICKET));
    crm(stage, TASK, "GET /tasks", all(tasks).plus(Range.of(2, 3, 6)).times(times), rule);
    crm(stage, LIST, "GET /lists", Range.exactly(1), rule);
    crm(stage, LIST, "GET /contacts/lists/:id", members(), rule);
    crm(stage, NOTE, "GET /sales_accounts/:id/notes", noted(COMPANY), rule);
    crm(stage, NOTE, "GET /contacts/:id/notes", noted(CONTACT), rule);
    crm(stage, NOTE, "GET /deals/:id/notes", noted(DEAL), rule);
    String files = "files once under each record that has any";
    crm(stage, FILE, "GET /sales_accounts/:id/document_associations", filed(COMPANY), files);
    crm(stage, FILE, "GET /contacts/:id/document_associations", filed(CONTACT), files);
    crm(stage, FILE, "GET /deals/:id/document_associations", filed(DEAL), files);
  }

  /** Records that carry files; how they are spread is not known. */
  private Range filed(ObjectName parent) {
    Range files = volumes.of(FILE);
    Range parents = volumes.of(parent).atMost(files);
    return files.high() == 0
        ? Range.ZERO
        : new Range(Math.min(1, parents.low()), parents.likely(), parents.high());
  }

  /** Parents that carry a note: every one that has a timeline, else as many as there are notes. */
  private Range noted(ObjectName parent) {
    Range parents = volumes.of(parent);
    Range notes =
        volumes.told().plus(volumes.of(NOTE)).plus(volumes.of(CHAT)).plus(volumes.dealsWithItems());
    return parents.atMost(notes);
  }

  private Range members() {
    Range lists = volumes.of(LIST);
    Range more = volumes.of(LIST_MEMBER).times(1.0 / PAGE);
    return new Range(
        lists.low(), lists.likely() + Math.floor(more.likely() / 2), lists.high() + more.high());
  }

  private static Range all(Range records) {
    return records.high() == 0 ? Range.ZERO : records.sets(PAGE).plus(Range.of(0, 0, 1));
  }

  /** Tickets, and the people who ask in them. */
  private void desk() {
    Range tickets = volumes.of(TICKET);
    Range people = tickets.times(Range.of(0.3, 0.8, 1)).atMost(volumes.of(CONTACT));
    Range firms = tickets.times(Range.of(0, 0.3, 1)).atMost(volumes.of(COMPANY));
    desk("load", COMPANY, "POST /companies", firms, "companies of those who ask");
    desk("load", CONTACT, "POST /contacts", people, "people who ask");
    desk("load", TICKET, "POST /tickets", tickets, "one by one");
    desk("load", TICKET, "GET /tickets", Range.exactly(1), "what stands already");
    Range pages = all(tickets).plus(all(people)).plus(all(firms));
    desk("reconcile", TICKET, "GET /tickets", pages, "read back by pages");
    desk(
        "reconcile",
        TICKET,
        "GET /tickets/:id/conversations",
        tickets.times(Range.of(0, 1, 2)),
        "under each ticket that has a conversation");
  }

  private void desk(String stage, ObjectName object, String endpoint, Range calls, String rule) {
    add(stage, Product.FRESHDESK, object.wire(), endpoint, calls, rule);
  }
}
