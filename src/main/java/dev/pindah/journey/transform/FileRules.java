package dev.pindah.journey.transform;

import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceFile;
import dev.pindah.ledger.SourceFile.State;
import dev.pindah.ledger.SourceRecords.SourceRecord;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Candidate;
import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files that records link to, each a file on the same record, or on the one that the record hangs
 * on. What the target cannot hold becomes a link there.
 */
final class FileRules {
  /** All attachments of a helpdesk's ticket together: 20 MB. */
  private static final long PER_TICKET = 20L << 20;

  private static final int LONGEST_NAME = 200;
  private static final int CHUNK = 500;

  private final Ledger ledger;
  private final boolean stores;

  /**
   * The rules.
   *
   * @param stores whether the target's plan stores files
   */
  FileRules(Ledger ledger, boolean stores) {
    this.ledger = ledger;
    this.stores = stores;
  }

  void each(Consumer<List<Candidate>> chunks) {
    for (State state : State.values()) {
      String after = "";
      while (true) {
        String from = after;
        List<SourceFile> page = ledger.read(tables -> tables.sourceFiles().in(state, from, CHUNK));
        if (page.isEmpty()) {
          break;
        }
        after = page.getLast().id();
        chunks.accept(
            ledger.read(
                tables ->
                    page.stream().flatMap(file -> candidate(file, tables).stream()).toList()));
      }
    }
  }

  private Optional<Candidate> candidate(SourceFile file, Tables tables) {
    RecordKey key = new RecordKey(ObjectName.FILE, file.id());
    if (file.state() == State.GONE) {
      // What stands on the target by now stays there.
      return tables
          .candidates()
          .find(key, Step.RECORD)
          .filter(known -> known.state() == RecordState.READY)
          .map(known -> stays(known.candidate()));
    }
    List<Link> parents = parents(file.parent(), tables);
    boolean ticket = parents.stream().anyMatch(link -> link.role() == Role.TICKET);
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    attributes.put("file_name", name(file));
    boolean upload = file.state() == State.STORED && (ticket ? fits(file, tables) : stores);
    if (upload) {
      attributes.put("bytes", file.bytes());
    } else {
      attributes.put("url", file.url());
    }
    Verdict verdict = verdict(file, parents);
    return Optional.of(
        new Candidate(
            key,
            Step.RECORD,
            ticket ? TargetModule.DESK_FILES : TargetModule.FILES,
            attributes,
            parents,
            verdict.state(),
            verdict.reason(),
            List.of()));
  }

  private record Verdict(RecordState state, String reason) {}

  private static Verdict verdict(SourceFile file, List<Link> parents) {
    return switch (file.state()) {
      case MISSING, GONE ->
          new Verdict(RecordState.SKIPPED, "missing-media: the source does not have it any more");
      case REFUSED -> new Verdict(RecordState.HELD, "media-refused: " + file.reason());
      case FOUND -> new Verdict(RecordState.HELD, "not-fetched: run pindah extract again");
      case STORED, TOO_LARGE ->
          file.parent().object() == ObjectName.PRODUCT
              ? new Verdict(
                  RecordState.SKIPPED, "no-catalogue: its product has no record on the target")
              : parents.isEmpty()
                  ? new Verdict(
                      RecordState.HELD, "no-parent: " + file.parent() + " hangs on no record")
                  : new Verdict(RecordState.READY, "");
    };
  }

  private static Candidate stays(Candidate known) {
    return new Candidate(
        known.key(),
        known.step(),
        known.module(),
        known.attributes(),
        known.links(),
        RecordState.SKIPPED,
        "gone: its record links to it no more",
        known.cells());
  }

  private static String name(SourceFile file) {
    String name = file.name().replaceAll("[\\p{Cntrl}\"\\\\/]", "_").strip();
    return name.isEmpty()
        ? "file-" + file.id().substring(0, 8)
        : name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
  }

  /** Whether the ticket's attachments, in their order, still have room for it. */
  private static boolean fits(SourceFile file, Tables tables) {
    long sum = 0;
    for (SourceFile other : tables.sourceFiles().of(file.parent())) {
      boolean taken = other.state() == State.STORED && sum + other.bytes() <= PER_TICKET;
      sum += taken ? other.bytes() : 0;
      if (other.id().equals(file.id())) {
        return taken;
      }
    }
    return false;
  }

  /** Records of the target that carry files; tasks and notes leave theirs to what they hang on. */
  private static List<Link> parents(RecordKey parent, Tables tables) {
    return switch (parent.object()) {
      case COMPANY, CONTACT, DEAL -> List.of(Folds.self(parent));
      case TIMELINE, LINE_ITEM, STAGE_CHANGE ->
          tables
              .sourceRecords()
              .find(parent)
              .flatMap(SourceRecord::parent)
              .map(Folds::self)
              .stream()
              .toList();
      default ->
          tables
              .candidates()
              .find(parent, Step.RECORD)
              .map(Stored::candidate)
              .map(FileRules::parents)
              .orElse(List.of());
    };
  }

  private static List<Link> parents(Candidate candidate) {
    if (candidate.module() == TargetModule.TICKETS) {
      return List.of(new Link(Role.TICKET, candidate.key()));
    }
    List<Link> parents = new ArrayList<>();
    for (Link link : candidate.links()) {
      switch (link.role()) {
        case DEAL, CONTACT, ACCOUNT, TICKET -> parents.add(link);
        case PARENT, REQUESTER, LIST, FOLDED -> {}
      }
    }
    return parents;
  }
}
