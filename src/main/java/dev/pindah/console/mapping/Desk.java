package dev.pindah.console.mapping;

import dev.pindah.console.web.Frame;
import dev.pindah.console.web.Refused;
import dev.pindah.journey.map.AccountView;
import dev.pindah.journey.map.ConfirmMapping;
import dev.pindah.journey.map.EditMapping;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.journey.map.MappingReader.Located;
import dev.pindah.journey.map.MappingWriter;
import dev.pindah.journey.map.PatchMapping;
import dev.pindah.journey.map.Proposal;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.Problems;
import dev.pindah.model.Problems.Problem;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.report.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The mapping file on the desk. Every change is written to the file at once, and only when the file
 * can be read back; edits that somebody made beside us are noticed and end the undo.
 */
final class Desk {
  private static final int UNDOS = 200;
  private static final int WARM = 12;

  private final Frame frame;
  private final Path file;
  private final Deque<String> before = new ArrayDeque<>();
  private Optional<Known> known = Optional.empty();
  private Optional<Read> read = Optional.empty();
  private long looked = -1;

  /** What is proposed, for as long as the accounts look the same. */
  record Known(
      Instant source, Instant target, AccountView view, List<Proposal> proposals, Rows rows) {
    Known {
      proposals = List.copyOf(proposals);
    }
  }

  /** The file as it was read last. */
  record Read(String text, Located located) {
    Mapping mapping() {
      return located.mapping();
    }

    String hash() {
      return Fingerprint.of(text);
    }
  }

  Desk(Frame frame) {
    this.frame = frame;
    this.file = frame.setup().folder().resolve(MappingReader.FILE);
  }

  boolean exists() {
    return Files.isRegularFile(file);
  }

  /** Empty before discover. */
  synchronized Optional<Known> known() {
    long ended = frame.live().now().ended();
    // Only what was carried out changes what is known, and reading it all takes time.
    if (known.isEmpty() || ended != looked) {
      looked = ended;
      Optional<AccountView> view = frame.setup().view().get();
      boolean same =
          view.isPresent()
              && known.isPresent()
              && known.get().source().equals(view.get().source().readAt())
              && known.get().target().equals(view.get().destination().readAt());
      if (!same) {
        known = view.map(this::propose);
      }
    }
    return known;
  }

  private Known propose(AccountView view) {
    List<Proposal> proposals = frame.setup().propose().apply(view).proposals();
    return new Known(
        view.source().readAt(),
        view.destination().readAt(),
        view,
        proposals,
        new Rows(view, proposals));
  }

  /** The mapping as the file says now. */
  synchronized Read read() {
    String text = text();
    if (read.isEmpty() || !read.get().text().equals(text)) {
      if (read.isPresent()) {
        before.clear();
      }
      read = Optional.of(new Read(text, parse(text)));
    }
    return read.get();
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new Refused(409, MappingReader.FILE + " cannot be read as UTF-8 text");
    }
  }

  private static Located parse(String text) {
    Problems problems = new Problems();
    return MappingReader.locate(text, problems)
        .orElseThrow(() -> new Refused(422, lines(problems)));
  }

  private static String lines(Problems problems) {
    return problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n"));
  }

  /** One edit in the words of {@code map --set}. */
  synchronized Mapping set(String edit) {
    Problems problems = new Problems();
    Mapping now = read().mapping();
    Mapping changed = editing().set(now, edit, problems);
    if (!problems.isEmpty()) {
      throw new Refused(422, lines(problems));
    }
    return change(changed);
  }

  synchronized Mapping acceptBest(double least) {
    return change(editing().acceptBest(read().mapping(), least));
  }

  private EditMapping editing() {
    Known accounts =
        known().orElseThrow(() -> new Refused(409, "nothing is known of the accounts yet"));
    return new EditMapping(accounts.view(), accounts.proposals());
  }

  /**
   * Goes through an edit without making it, so that the first ones do not wait for the compiler.
   */
  void warm() {
    if (known().isEmpty() || !exists()) {
      return;
    }
    Read now = read();
    for (int round = 0; round < WARM; round++) {
      parse(PatchMapping.patch(now.text(), now.located(), now.mapping()));
    }
  }

  /**
   * Writes a changed mapping where it changed: what people wrote beside it stays. Refuses one that
   * could not be read back.
   */
  synchronized Mapping change(Mapping changed) {
    Read old = read();
    if (changed.equals(old.mapping())) {
      return changed;
    }
    String text = PatchMapping.patch(old.text(), old.located(), changed);
    Located back = parse(text);
    if (!back.mapping().equals(changed)) {
      text = MappingWriter.write(changed);
      back = parse(text);
    }
    write(text);
    before.push(old.text());
    if (before.size() > UNDOS) {
      before.removeLast();
    }
    read = Optional.of(new Read(text, back));
    confirmed();
    return back.mapping();
  }

  synchronized int undos() {
    return before.size();
  }

  synchronized void undo() {
    read();
    String text = before.poll();
    if (text != null) {
      write(text);
      read = Optional.of(new Read(text, parse(text)));
      confirmed();
    }
  }

  /** Whether the file is exactly what a person confirmed. */
  boolean confirmed() {
    return exists() && ConfirmMapping.stands(frame.ledger(), text(), frame.clock().instant());
  }

  /**
   * Confirms what the person has seen.
   *
   * @param hash of the file that was on the person's screen
   */
  synchronized void confirm(String hash, String by) {
    Read now = read();
    if (!now.hash().equals(hash)) {
      throw new Refused(409, "the mapping was changed meanwhile: look at it again");
    }
    List<String> undecided = ConfirmMapping.undecided(now.mapping());
    if (!undecided.isEmpty()) {
      throw new Refused(409, undecided.size() + " fields are undecided");
    }
    ConfirmMapping.confirm(frame.ledger(), now.text(), by, frame.clock().instant());
  }

  /** Beside it and moved into place, so that a crash leaves the old file whole. */
  private void write(String text) {
    try {
      TextFile.write(file, text);
    } catch (IOException unwritable) {
      throw new Refused(507, file.getFileName() + " cannot be written; is the disk full?");
    }
  }
}
