package dev.pindah.journey.extract;

import dev.pindah.connect.MediaReader;
import dev.pindah.connect.MediaReader.Download;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.LedgerException;
import dev.pindah.ledger.MediaFolder;
import dev.pindah.ledger.SourceFile;
import dev.pindah.ledger.SourceFile.State;
import dev.pindah.model.Finding;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ProgressSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings the files that records link to into the media folder, each content once. What is not
 * stored is a finding with its link, and is tried again by the next extract.
 */
final class FetchMedia {
  /** Name of its findings and of its progress. */
  static final String SLICE = "file";

  /** Files that are fetched side by side. */
  private static final int LANES = 16;

  /** The largest file that a target takes: 150 MB. */
  private static final long CAP = 150L * 1024 * 1024;

  private static final int PAGE = 500;

  private final MediaReader media;
  private final Ledger ledger;
  private final MediaFolder folder;
  private final Gaps gaps;
  private final ProgressSink progress;

  FetchMedia(MediaReader media, Ledger ledger, Gaps gaps, ProgressSink progress) {
    this.media = media;
    this.ledger = ledger;
    this.folder = ledger.media();
    this.gaps = gaps;
    this.progress = progress;
  }

  /** A second run tries once more what the first could not get. */
  void run() {
    sweep();
    gaps.replace(SLICE, List.of());
    ledger.record(tables -> tables.sourceFiles().retry());
    long all = ledger.read(tables -> tables.sourceFiles().counts()).getOrDefault(State.FOUND, 0L);
    AtomicLong done = new AtomicLong();
    Patience patience = new Patience(SLICE, gaps);
    Lanes.over(
        LANES,
        SourceFile::id,
        after -> ledger.read(tables -> tables.sourceFiles().in(State.FOUND, after, PAGE)),
        file -> {
          patience.attempt(file.parent(), () -> keep(fetch(file)));
          progress.at("extract file", done.incrementAndGet(), all);
        });
    patience.settle();
    for (State state : List.of(State.MISSING, State.TOO_LARGE, State.REFUSED)) {
      findings(state);
    }
  }

  private void sweep() {
    try {
      folder.sweep();
    } catch (IOException | UncheckedIOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  private LedgerException unwritable(Exception cause) {
    return new LedgerException(
        "the folder " + folder.root() + " cannot be written; is the disk full?", cause);
  }

  private SourceFile fetch(SourceFile file) {
    Optional<SourceFile> known =
        ledger
            .read(tables -> tables.sourceFiles().stored(file.url()))
            .filter(stored -> folder.holds(stored.sha256()));
    if (known.isPresent()) {
      SourceFile same = known.get();
      return file.stored(same.sha256(), same.bytes(), same.contentType());
    }
    try {
      Path draft = folder.draft();
      try {
        return outcome(file, draft, media.fetch(file.url(), draft, CAP));
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | UncheckedIOException unwritable) {
      throw unwritable(unwritable);
    }
  }

  private SourceFile outcome(SourceFile file, Path draft, Download download) throws IOException {
    return switch (download) {
      case Download.Whole(String sha256, long bytes, String type) -> {
        folder.keep(draft, sha256);
        yield file.stored(sha256, bytes, type);
      }
      case Download.Missing(String reason) -> file.without(State.MISSING, 0, reason);
      case Download.TooLarge(long bytes) ->
          file.without(
              State.TOO_LARGE, bytes, bytes + " bytes or more; at most " + CAP + " are taken");
      case Download.Refused(String reason) -> file.without(State.REFUSED, 0, reason);
    };
  }

  private void keep(SourceFile file) {
    ledger.record(tables -> tables.sourceFiles().save(List.of(file)));
  }

  private void findings(State state) {
    String after = "";
    while (true) {
      String from = after;
      List<SourceFile> files = ledger.read(tables -> tables.sourceFiles().in(state, from, PAGE));
      if (files.isEmpty()) {
        return;
      }
      files.forEach(file -> gaps.add(SLICE, finding(file)));
      after = files.getLast().id();
    }
  }

  /** The link's query is left out: it may be a key to the file. */
  private static Finding finding(SourceFile file) {
    String code =
        switch (file.state()) {
          case TOO_LARGE -> "file-too-large";
          case REFUSED -> "file-refused";
          case MISSING, FOUND, STORED, GONE -> "file-missing";
        };
    return new Finding(
        code,
        Severity.WARNING,
        file.parent().object().wire(),
        file.parent().id(),
        file.field(),
        file.reason() + "; its link is kept: " + file.url().replaceFirst("[?#].*", ""));
  }
}
