package dev.pindah.cli;

import dev.pindah.journey.map.ConfirmMapping;
import dev.pindah.journey.map.EditMapping;
import dev.pindah.journey.map.MappingDiff;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.journey.map.MappingWriter;
import dev.pindah.journey.map.Propose;
import dev.pindah.journey.map.Propose.Proposed;
import dev.pindah.model.Gate;
import dev.pindah.model.Problems;
import dev.pindah.model.WaitingForPerson;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "map",
    description = {
      "Proposes where every field goes, and keeps what a person confirms.",
      "The options are carried out in the order: propose, set, accept-best, check, diff, confirm."
    })
final class MapCommand extends WorkspaceCommand {
  @Option(
      names = "--propose",
      description = "write mapping.yaml anew from what discover learnt (edits of it are replaced)")
  boolean propose;

  @Option(
      names = "--set",
      paramLabel = "OBJECT.FIELD=DECISION",
      description =
          "accept, create, document, drop or the API name of a target field; may be repeated")
  List<String> edits = new ArrayList<>();

  @Option(
      names = "--accept-best",
      description = "accept the best candidate of every undecided field, down to --min")
  boolean acceptBest;

  @Option(
      names = "--min",
      paramLabel = "CONFIDENCE",
      defaultValue = "0.9",
      description = "least confidence for --accept-best (default: ${DEFAULT-VALUE})")
  double least = 0.9;

  @Option(names = "--check", description = "say every problem of mapping.yaml with its line")
  boolean check;

  @Option(names = "--diff", description = "show what differs from the confirmed mapping")
  boolean diff;

  @Option(names = "--confirm", description = "confirm mapping.yaml as it stands; needs --by")
  boolean confirm;

  @Option(names = "--by", paramLabel = "NAME", description = "the person who confirms")
  String by = "";

  @Override
  int run(Session session) {
    if (confirm && by.isBlank()) {
      throw new UsageException("--confirm needs the name of the person: --by NAME");
    }
    Proposed proposed = Propose.propose(session.config.migration(), session.view());
    if (propose || (!onlyReads() && !Files.exists(session.workspace.mappingFile()))) {
      write(session, proposed.mapping());
    }
    Mapping mapping = edit(session, proposed);
    if (diff) {
      diff(session, mapping);
    }
    if (confirm) {
      confirm(session, mapping);
    } else {
      session.confirmedMapping();
    }
    if (session.output.json()) {
      Output.print(ProposalsJson.of(proposed.proposals(), mapping));
    } else if (!diff) {
      summary(session, mapping);
    }
    return ExitCode.DONE;
  }

  private boolean onlyReads() {
    return check || diff || confirm;
  }

  static void write(Session session, Mapping mapping) {
    session.workspace.write(session.workspace.mappingFile(), MappingWriter.write(mapping));
  }

  private Mapping edit(Session session, Proposed proposed) {
    Mapping before = session.mappingFile();
    Problems problems = new Problems();
    EditMapping editing = new EditMapping(session.view(), proposed.proposals());
    Mapping mapping = before;
    for (String edit : edits) {
      mapping = editing.set(mapping, edit, problems);
    }
    if (!problems.isEmpty()) {
      throw new UsageException(Session.lines(problems));
    }
    if (acceptBest) {
      mapping = editing.acceptBest(mapping, least);
    }
    if (!mapping.equals(before)) {
      write(session, mapping);
    }
    return session.mappingFile();
  }

  private static void diff(Session session, Mapping mapping) {
    Mapping confirmed =
        session
            .ledger
            .read(tables -> tables.mappings().latest())
            .flatMap(known -> MappingReader.read(known.content(), new Problems()))
            .orElseGet(
                () ->
                    new Mapping(
                        mapping.migration(), mapping.leadRule(), List.of(), List.of(), List.of()));
    List<String> lines = MappingDiff.lines(confirmed, mapping);
    lines.forEach(session.output::say);
    session.output.say(
        lines.isEmpty() ? "nothing differs from the confirmed mapping" : lines.size() + " changes");
  }

  /** Refused while a field is undecided; the file's very bytes are what is confirmed. */
  static void confirm(Session session, Mapping mapping, String by) {
    List<String> undecided = ConfirmMapping.undecided(mapping);
    if (!undecided.isEmpty()) {
      throw new WaitingForPerson(
          Gate.MAPPING_CONFIRMED,
          undecided.size()
              + " fields are undecided ('decision: review'): "
              + String.join(", ", undecided.subList(0, Math.min(10, undecided.size())))
              + (undecided.size() > 10 ? ", …" : "")
              + " — decide in mapping.yaml or with 'pindah map --set OBJECT.FIELD=DECISION'");
    }
    ConfirmMapping.confirm(
        session.ledger,
        session.workspace.read(session.workspace.mappingFile()),
        by,
        session.clock.instant());
  }

  private void confirm(Session session, Mapping mapping) {
    confirm(session, mapping, by);
    session.output.say("confirmed by " + by + "; next: pindah prepare");
  }

  private static void summary(Session session, Mapping mapping) {
    for (ObjectMapping object : mapping.objects()) {
      StringBuilder counts = new StringBuilder();
      for (Decision decision : Decision.values()) {
        long count =
            object.fields().stream().map(FieldRule::decision).filter(decision::equals).count();
        counts.append(String.format(Locale.ROOT, "  %s %d", decision.wire(), count));
      }
      session.output.say(
          String.format(
              Locale.ROOT,
              "%-8s -> %-15s%s",
              object.object().wire(),
              object.target().wire(),
              counts));
    }
    List<String> undecided = ConfirmMapping.undecided(mapping);
    undecided.forEach(field -> session.output.say("  undecided: " + field));
    boolean confirmed =
        session.gates().state(Gate.MAPPING_CONFIRMED).equals(dev.pindah.journey.Gates.State.PASSED);
    session.output.say(
        confirmed
            ? "mapping.yaml is confirmed"
            : undecided.isEmpty()
                ? "look at mapping.yaml, then: pindah map --confirm --by NAME"
                : "decide these, then: pindah map --confirm --by NAME");
  }
}
