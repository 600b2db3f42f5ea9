package dev.pindah.cli;

import dev.pindah.console.page.SchemaLook;
import dev.pindah.journey.prepare.Check;
import dev.pindah.journey.prepare.Limit;
import dev.pindah.journey.prepare.Planned;
import dev.pindah.journey.prepare.Planned.State;
import dev.pindah.journey.prepare.Readiness;
import dev.pindah.journey.prepare.ToDo;
import dev.pindah.model.Promise;
import dev.pindah.model.TargetModule;
import dev.pindah.report.CsvReport;
import dev.pindah.report.Language;
import dev.pindah.report.Listing;
import dev.pindah.report.Listing.Part;
import dev.pindah.report.Words;
import dev.pindah.report.page.ListingPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an admin works through, as a page, as text and as CSV; and the plan as a whole. */
final class ClickList {
  static final String FILE = "click-list";
  static final String PLAN = "schema-plan";

  private static final List<String> HEADS =
      List.of("kind", "label", "type", "choices or stages", "remark");

  private ClickList() {}

  /** Where in the admin settings a thing is made; names of pages as the product shows them. */
  private static String place(ToDo item) {
    boolean desk = item.module().product() == dev.pindah.model.Product.FRESHDESK;
    return switch (item.kind()) {
      case "field", "choices" ->
          desk
              ? "Freshdesk: Admin › Workflows › "
                  + (item.module() == TargetModule.TICKETS ? "Ticket" : "Customer")
                  + " Fields"
              : "Freshsales: Admin Settings › " + page(item) + " › Fields";
      case "pipeline", "stage" -> "Freshsales: Admin Settings › Deals › Deal Pipelines";
      case "user" -> "Freshsales: Admin Settings › Users";
      case "status" ->
          desk
              ? "Freshdesk: Admin › Workflows › Ticket Fields › Status"
              : "Freshsales: Admin Settings › Contacts › Lifecycle Stages (statuses)";
      default -> "Freshsales: Admin Settings › " + page(item) + " › Fields › the list of this kind";
    };
  }

  private static String page(ToDo item) {
    return switch (item.module()) {
      case SALES_ACCOUNTS -> "Accounts";
      case DEALS -> "Deals";
      default -> "Contacts";
    };
  }

  static void write(Session session, Readiness readiness, List<Promise> promises) {
    Path folder = session.workspace.makeReports();
    Words words = Words.of(Language.EN);
    Listing clicks = clicks(session.config.migration(), readiness);
    session.workspace.write(folder.resolve(FILE + ".html"), ListingPage.page(clicks, words));
    session.workspace.write(folder.resolve(FILE + ".txt"), text(clicks));
    session.workspace.write(folder.resolve(FILE + ".csv"), csv(readiness));
    session.workspace.write(
        folder.resolve(SchemaLook.FILE),
        ReadinessJson.of(readiness, promises).toPrettyString() + "\n");
    session.workspace.write(
        folder.resolve(PLAN + ".html"),
        ListingPage.page(plan(session.config.migration(), readiness, promises), words));
  }

  static Listing clicks(String migration, Readiness readiness) {
    Map<String, List<List<String>>> places = new LinkedHashMap<>();
    for (ToDo item : readiness.toDo()) {
      places.computeIfAbsent(place(item), any -> new ArrayList<>()).add(cells(item, remark(item)));
    }
    List<Part> parts = new ArrayList<>();
    places.forEach((place, rows) -> parts.add(new Part(place, "", true, HEADS, rows)));
    return new Listing(
        "To make before records move: " + migration,
        parts.isEmpty()
            ? List.of("Nothing is left to make.")
            : List.of(
                "Labels, types and choices have to be exactly these. When they are made, run"
                    + " 'pindah prepare' again: it reads the account and lists what is left."),
        parts);
  }

  private static String remark(ToDo item) {
    if (item.madeByApi()) {
      return "made by: pindah prepare --apply";
    }
    return switch (item.kind()) {
      case "choices" -> "add these choices to the field that is there";
      case "stage" -> "add these stages to the pipeline that is there";
      case "user" -> "invite the user; it takes a seat";
      default -> "";
    };
  }

  private static Listing plan(String migration, Readiness readiness, List<Promise> promises) {
    List<Part> parts = new ArrayList<>();
    for (State state : List.of(State.IMPOSSIBLE, State.HAND, State.API, State.EXISTS)) {
      List<List<String>> rows =
          readiness.rows().stream()
              .filter(row -> row.state() == state)
              .map(ClickList::planned)
              .toList();
      if (!rows.isEmpty()) {
        parts.add(
            new Part(
                words(state),
                "",
                false,
                List.of("module", "kind", "label", "type", "choices or stages", "remark"),
                rows));
      }
    }
    parts.add(
        new Part(
            "What the plan allows",
            "custom fields of each module by kind, pipelines of the account",
            false,
            List.of("module", "kind", "there", "to add", "allowed"),
            readiness.limits().stream().map(ClickList::limit).toList()));
    parts.add(
        new Part(
            "Checks",
            "",
            false,
            List.of("check", "result", "what was seen", "next step"),
            readiness.checks().stream().map(check -> check(readiness, check)).toList()));
    if (!promises.isEmpty()) {
      parts.add(
          new Part(
              "How the target behaves",
              "found by pindah prepare --probe, else the safe assumption",
              false,
              List.of("question", "answer", "known by", "detail"),
              promises.stream()
                  .map(
                      promise ->
                          List.of(
                              promise.id(),
                              promise.answer(),
                              promise.tried() ? "probe" : "assumption",
                              promise.detail()))
                  .toList()));
    }
    return new Listing("What the target has and needs: " + migration, List.of(), parts);
  }

  private static String words(State state) {
    return switch (state) {
      case IMPOSSIBLE -> "Impossible on this plan";
      case HAND -> "To make by hand";
      case API -> "Made by API";
      case EXISTS -> "There already";
    };
  }

  private static List<String> planned(Planned row) {
    List<String> cells = new ArrayList<>(List.of(row.item().module().wire()));
    String plan =
        row.plan().isBlank()
            ? ""
            : row.plan().equals("none") ? "no plan allows it" : "allowed by the plan " + row.plan();
    cells.addAll(
        cells(
            row.item(),
            List.of(row.detail(), plan).stream()
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("; "))));
    return cells;
  }

  private static List<String> limit(Limit limit) {
    return List.of(
        limit.module(),
        limit.kind(),
        Long.toString(limit.have()),
        Long.toString(limit.wanted()),
        limit.limit() < 0 ? "no limit" : Long.toString(limit.limit()));
  }

  private static List<String> check(Readiness readiness, Check check) {
    String result = check.ok() ? "ok" : check.severity().name().toLowerCase(Locale.ROOT);
    return List.of(
        check.id(),
        readiness.waived(check)
            ? result + ", waived by " + readiness.waivers().getOrDefault(check.id(), "")
            : result,
        check.detail(),
        check.remedy());
  }

  private static List<String> cells(ToDo item, String remark) {
    return List.of(item.kind(), item.label(), item.type(), parts(item, "\n"), remark);
  }

  private static String parts(ToDo item, String between) {
    return item.stages().isEmpty()
        ? String.join(between, item.choices())
        : item.stages().stream()
            .map(
                stage ->
                    String.format(
                        Locale.ROOT,
                        "%s (%s, %d %%)",
                        stage.name(),
                        stage.type(),
                        stage.probability()))
            .collect(Collectors.joining(between));
  }

  static String text(Listing listing) {
    StringBuilder text = new StringBuilder(listing.title()).append("\n\n");
    listing.notes().forEach(note -> text.append(note).append('\n'));
    for (Part part : listing.parts()) {
      text.append('\n').append(part.heading()).append('\n');
      for (List<String> row : part.rows()) {
        text.append("  [ ] ").append(row.get(0)).append(" \"").append(row.get(1)).append('"');
        text.append(row.get(2).isBlank() ? "" : ", type " + row.get(2));
        text.append(row.get(4).isBlank() ? "" : " — " + row.get(4)).append('\n');
        row.get(3).lines().forEach(line -> text.append("        · ").append(line).append('\n'));
      }
    }
    return text.toString();
  }

  /** One row a thing; choices and stages in one cell, separated by a bar. */
  private static String csv(Readiness readiness) {
    List<List<String>> rows =
        readiness.toDo().stream()
            .map(
                item ->
                    List.of(
                        item.module().product().wire(),
                        item.moduleName(),
                        item.kind(),
                        item.label(),
                        item.type(),
                        parts(item, " | "),
                        place(item),
                        item.madeByApi() ? "api" : "hand"))
            .toList();
    return CsvReport.table(
        List.of("product", "module", "kind", "label", "type", "choices", "where", "by"), rows);
  }
}
