package dev.pindah.journey.load;

import dev.pindah.connect.RecordWriter;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceFile;
import dev.pindah.ledger.SourceFile.State;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import tools.jackson.databind.node.ObjectNode;

/** Sends a file from the media folder, or a link in its place where the target cannot hold it. */
final class PutFiles {
  /** Why a file is a link after all. */
  static final String LINK_ONLY = "link-only: the target had no room for the file";

  /** Name of its finding. */
  private static final String STAGE = "load:file";

  private static final int CHUNK = 500;

  /** Refusals after which a link is better than nothing. */
  private static final Set<String> NO_ROOM = Set.of("storage-full", "too-large");

  private final RecordWriter writer;
  private final Ledger ledger;

  PutFiles(RecordWriter writer, Ledger ledger) {
    this.writer = writer;
    this.ledger = ledger;
  }

  Reply<Row> put(Payload payload) {
    if (!payload.attributes().has("bytes")) {
      return writer.create(payload);
    }
    Optional<SourceFile> stored =
        ledger
            .read(tables -> tables.sourceFiles().find(payload.key().id()))
            .filter(file -> file.state() == State.STORED)
            .filter(file -> ledger.media().holds(file.sha256()));
    return stored
        .map(file -> send(payload, file))
        .orElseGet(
            () ->
                new Reply.Refused<>(
                    "media-gone", "the file is not in the media folder; run pindah extract again"));
  }

  /** Says how many files are only links on the target. */
  static void count(Ledger ledger) {
    LongAdder linked = new LongAdder();
    EachPage.of(
        ledger,
        ObjectName.FILE,
        Step.RECORD,
        RecordState.CREATED,
        CHUNK,
        page ->
            linked.add(
                page.stream()
                    .map(Stored::candidate)
                    .filter(file -> file.attributes().has("url") || file.reason().equals(LINK_ONLY))
                    .count()));
    long links = linked.sum();
    List<Finding> findings =
        links == 0
            ? List.of()
            : List.of(
                new Finding(
                    "file-as-link",
                    Severity.WARNING,
                    ObjectName.FILE.wire(),
                    "",
                    "",
                    links
                        + " files are links to the source, since the target does not hold them:"
                        + " keep their copies in the media folder before the source is closed"));
    ledger.record(tables -> tables.findings().replace(STAGE, findings));
  }

  private Reply<Row> send(Payload payload, SourceFile file) {
    Reply<Row> answer =
        writer.upload(payload, ledger.media().place(file.sha256()), file.contentType());
    if (answer instanceof Reply.Refused<Row>(String code, String reason)
        && NO_ROOM.contains(code)) {
      ObjectNode link = payload.attributes().deepCopy();
      link.remove("bytes");
      link.put("url", file.url());
      return writer.create(new Payload(payload.key(), payload.module(), link, payload.links()));
    }
    return answer;
  }
}
