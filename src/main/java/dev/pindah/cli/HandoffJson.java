package dev.pindah.cli;

import dev.pindah.model.Problems;
import dev.pindah.model.Problems.Problem;
import dev.pindah.model.flow.DocumentedFlow;
import dev.pindah.model.kit.Automation;
import dev.pindah.model.kit.Kit;
import dev.pindah.model.kit.TriagedTemplate;
import dev.pindah.report.kit.Folder;
import dev.pindah.report.kit.Folder.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What handoff wrote, for programs and for people. */
record HandoffJson(Kit kit, Folder folder, Map<String, Long> values, Problems problems) {
  ObjectNode json() {
    ObjectNode json = Output.object();
    json.put("folder", folder.root().toString());
    json.put("index", folder.root().resolve("index.html").toString());
    ObjectNode counts = json.putObject("counts");
    counts.put("flows", kit.flows().size());
    counts.put("faults", kit.flows().stream().mapToLong(DocumentedFlow::faults).sum());
    ObjectNode automations = counts.putObject("automations");
    for (Automation.Grade grade : Automation.Grade.values()) {
      automations.put(
          grade.wire(), kit.automations().stream().filter(rule -> rule.grade() == grade).count());
    }
    ObjectNode templates = counts.putObject("templates");
    for (TriagedTemplate.Triage triage : TriagedTemplate.Triage.values()) {
      templates.put(triage.wire(), triaged(triage));
    }
    counts.put("lists", kit.lists().size());
    counts.put("segments", kit.segments().size());
    counts.put("users", kit.roles().size());
    counts.put("fields", kit.dictionary().rows().size());
    counts.put("conversations", records("conversations"));
    counts.put("broadcasts", kit.panel().broadcasts().size());
    counts.put("divisions", kit.panel().divisions().size());
    counts.put("channels", kit.panel().channels().size());
    ObjectNode left = json.putObject("values");
    values.forEach(left::put);
    ArrayNode files = json.putArray("files");
    for (Written file : folder.written()) {
      files
          .addObject()
          .put("path", file.path())
          .put("kind", file.kind())
          .put("records", file.records());
    }
    ArrayNode wrong = json.putArray("problems");
    for (Problem problem : problems.list()) {
      wrong
          .addObject()
          .put("place", problem.place())
          .put("message", problem.message())
          .put("remedy", problem.remedy());
    }
    return json;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    long faults = kit.flows().stream().mapToLong(DocumentedFlow::faults).sum();
    lines.add(kit.flows().size() + " chatbot flows, " + faults + " faults in them");
    lines.add(kit.automations().size() + " automations");
    lines.add(
        kit.templates().size()
            + " templates: "
            + triaged(TriagedTemplate.Triage.COPIED)
            + " copied, "
            + triaged(TriagedTemplate.Triage.RESUBMIT)
            + " to submit again, "
            + triaged(TriagedTemplate.Triage.BLOCKED)
            + " blocked");
    lines.add(kit.lists().size() + " lists, " + kit.segments().size() + " dynamic segments");
    lines.add(kit.roles().size() + " users, " + kit.dictionary().rows().size() + " fields");
    lines.add(
        records("conversations")
            + " conversations, "
            + kit.panel().broadcasts().size()
            + " broadcasts");
    values.forEach((object, count) -> lines.add(count + " values of " + object + " stay behind"));
    problems.list().forEach(problem -> lines.add("problem: " + problem));
    lines.add("open " + folder.root().resolve("index.html"));
    return lines;
  }

  private long triaged(TriagedTemplate.Triage triage) {
    return kit.templates().stream().filter(one -> one.triage() == triage).count();
  }

  private long records(String kind) {
    return folder.written().stream()
        .filter(file -> file.kind().equals(kind))
        .mapToLong(Written::records)
        .sum();
  }
}
