package dev.pindah.journey.load;

import dev.pindah.connect.RecordWriter;
import dev.pindah.connect.RecordWriter.Payload;
import dev.pindah.connect.Reply;
import dev.pindah.connect.TargetReader.Row;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceFile;
import dev.pindah.ledger.SourceFile.State;
import java.util.Optional;

/** Sends a file from the media folder, or a link in its place where the target cannot hold it. */
final class PutFiles {
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
        .map(
            file ->
                writer.upload(payload, ledger.media().place(file.sha256()), file.contentType()))
        .orElseGet(
            () ->
                new Reply.Refused<>(
                    "media-gone", "the file is not in the media folder; run pindah extract again"));
  }
}
