package dev.pindah.report.kit;

import dev.pindah.ledger.Ledger;
import dev.pindah.model.Problems.Problem;
import dev.pindah.model.flow.DocumentedFlow;
import dev.pindah.model.kit.Automation;
import dev.pindah.model.kit.Dictionary;
import dev.pindah.model.kit.DynamicSegment;
import dev.pindah.model.kit.Kit;
import dev.pindah.model.kit.TriagedTemplate;
import dev.pindah.report.Words;
import dev.pindah.report.flow.Drawing;
import dev.pindah.report.flow.FlowLayout;
import dev.pindah.report.flow.FlowMermaid;
import dev.pindah.report.flow.FlowSvg;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the kit into its folder. */
public final class KitFiles {
  private final Kit kit;
  private final Folder folder;
  private final Words words;
  private final ZoneId zone;

  public KitFiles(Kit kit, Folder folder, Words words, ZoneId zone) {
    this.kit = kit;
    this.folder = folder;
    this.words = words;
    this.zone = zone;
  }

  /**
   * Writes everything.
   *
   * @param values how many left-behind values the folder's tables hold, by object
   */
  public void write(
      String migration,
      Ledger ledger,
      Map<String, Long> values,
      List<Problem> problems,
      Instant now)
      throws IOException {
    List<String> flows = new ArrayList<>();
    FileNames names = new FileNames();
    for (DocumentedFlow flow : kit.flows()) {
      flows.add(flow(flow, names));
    }
    automations();
    templates();
    segments();
    people();
    long conversations = new Conversations(ledger, folder, words, zone).write();
    folder.write(
        "index.html",
        "index",
        1,
        IndexPage.of(migration, kit, flows, conversations, values, problems, now, zone, words));
    folder.finish();
  }

  private String flow(DocumentedFlow flow, FileNames names) throws IOException {
    String file = names.of(flow.flow().name());
    String path = "flows/" + file;
    Drawing drawing = FlowLayout.of(flow, words);
    String mermaid = FlowMermaid.of(flow, words);
    int steps = flow.flow().steps().size();
    folder.write(path + ".svg", "diagram", steps, FlowSvg.file(drawing, flow.flow().name()));
    folder.write(path + ".mmd", "mermaid", steps, mermaid);
    folder.write(path + ".html", "flow", steps, FlowPage.of(flow, drawing, mermaid, file, words));
    return path + ".html";
  }

  private void automations() throws IOException {
    folder.write(
        "automations.html",
        "automations",
        kit.automations().size(),
        RulesPages.automations(kit.automations(), words));
    List<List<String>> rows = new ArrayList<>();
    for (Automation rule : kit.automations()) {
      String kind = rule.kind().wire();
      rows.add(
          List.of(
              rule.name(),
              kind,
              rule.grade().wire(),
              rule.trigger(),
              rule.conditions(),
              rule.actions(),
              words.say("rule." + kind + ".trigger"),
              words.say("rule." + kind + ".condition"),
              words.say("rule." + kind + ".action"),
              "",
              "",
              ""));
    }
    folder.table(
        "automations.csv",
        "test record",
        List.of(
            "name",
            "kind",
            "grade",
            "trigger",
            "conditions",
            "actions",
            "proposed trigger",
            "proposed condition",
            "proposed action",
            "tested on",
            "tested by",
            "result"),
        rows);
  }

  private void templates() throws IOException {
    Map<String, String> payloads = new LinkedHashMap<>();
    FileNames names = new FileNames();
    List<List<String>> rows = new ArrayList<>();
    for (TriagedTemplate triaged : kit.templates()) {
      String file = "";
      if (!triaged.payload().isEmpty()) {
        file =
            "templates/"
                + names.of(triaged.template().name() + "-" + triaged.template().language())
                + ".json";
        payloads.put(triaged.template().id(), file);
        folder.write(file, "payload", 1, triaged.payload());
      }
      rows.add(
          List.of(
              triaged.template().name(),
              triaged.template().language(),
              triaged.template().category(),
              triaged.template().status(),
              triaged.template().quality(),
              triaged.triage().wire(),
              words.say("reason." + triaged.reason()),
              Integer.toString(triaged.lint().size()),
              Long.toString(triaged.template().broadcasts()),
              file));
    }
    folder.table(
        "templates.csv",
        "templates",
        List.of(
            "name",
            "language",
            "category",
            "status",
            "quality",
            "triage",
            "reason",
            "remarks",
            "broadcasts",
            "payload"),
        rows);
    folder.write(
        "templates.html",
        "templates",
        kit.templates().size(),
        TemplatesPage.of(kit.templates(), payloads, words));
  }

  private void segments() throws IOException {
    folder.write(
        "segments.html",
        "segments",
        kit.lists().size() + (long) kit.segments().size(),
        RulesPages.segments(kit.lists(), kit.segments(), Times.in(zone), words));
    List<List<String>> rows = new ArrayList<>();
    kit.lists()
        .forEach(
            list ->
                rows.add(
                    List.of(
                        list.name(),
                        "static",
                        Long.toString(list.claimed()),
                        Long.toString(list.read()),
                        list.joined() < 0 ? "" : Long.toString(list.joined()),
                        "")));
    for (DynamicSegment segment : kit.segments()) {
      rows.add(List.of(segment.name(), "dynamic", "", "", "", segment.criteria()));
    }
    folder.table(
        "segments.csv",
        "segments",
        List.of("name", "kind", "members", "read", "on target", "criteria"),
        rows);
  }

  private void people() throws IOException {
    folder.write("roles.html", "roles", kit.roles().size(), PeoplePages.roles(kit.roles(), words));
    folder.table(
        "roles.csv",
        "roles",
        List.of("name", "email", "role", "active", "teams", "user on target", "proposed role"),
        kit.roles().stream().map(role -> PeoplePages.row(role, words)).toList());
    folder.write(
        "fields.html",
        "fields",
        kit.dictionary().rows().size(),
        PeoplePages.dictionary(kit.dictionary(), words));
    folder.table(
        "fields.csv",
        "fields",
        List.of(
            "object",
            "field",
            "label",
            "type",
            "custom",
            "decision",
            "module",
            "target field",
            "target label",
            "rule",
            "values",
            "reason"),
        kit.dictionary().rows().stream().map(KitFiles::field).toList());
    folder.write(
        "panel.html",
        "broadcasts",
        kit.panel().broadcasts().size(),
        PeoplePages.panel(kit.panel(), kit.facts(), Times.in(zone), words));
    folder.table(
        "broadcasts.csv",
        "broadcasts",
        List.of(
            "sent at",
            "name",
            "channel",
            "template",
            "list",
            "sender",
            "sent",
            "delivered",
            "read",
            "failed",
            "pending"),
        kit.panel().broadcasts().stream()
            .map(one -> PeoplePages.broadcast(one, Times.in(zone), words))
            .toList());
  }

  private static List<String> field(Dictionary.Row row) {
    return List.of(
        row.object(),
        row.field(),
        row.label(),
        row.type(),
        Boolean.toString(row.custom()).toLowerCase(Locale.ROOT),
        row.decision(),
        row.module(),
        row.target(),
        row.targetLabel(),
        row.rule(),
        String.join("; ", row.values()),
        row.reason());
  }
}
