package dev.pindah.journey.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pindah.connect.MediaReader;
import dev.pindah.connect.RecordReader;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.RemoteException.Kind;
import dev.pindah.connect.SchemaReader;
import dev.pindah.connect.Source;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.jdbc.JdbcLedger;
import dev.pindah.model.Finding;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.schema.Inventory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that move, come and go while pages are read. */
class ExtractTest {
  private static final int PAGE = 10;

  @TempDir Path folder;

  private final HandWritten source = new HandWritten();
  private final Turned clock = new Turned();
  private Ledger ledger;

  /** Each look at it is a little later. */
  private static final class Turned extends Clock {
    private Instant now = Instant.parse("2026-01-05T03:00:00Z");

    @Override
    public synchronized Instant instant() {
      now = now.plusMillis(2);
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void open() {
    ledger = JdbcLedger.open("pindah.db", folder, clock);
    ledger.record(
        tables ->
            tables
                .inventories()
                .save(
                    new Inventory(
                        Product.QONTAK,
                        clock.instant(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private List<Finding> extract() {
    Extract.again(ledger);
    return new Extract(source, ledger, clock, ProgressSink.SILENT).run();
  }

  private List<String> held() {
    return ledger.read(
        tables ->
            tables.sourceRecords().page(ObjectName.CONTACT, "", 1000).stream()
                .map(record -> record.key().id())
                .toList());
  }

  private List<String> there() {
    return source.contacts.stream().sorted().toList();
  }

  @Test
  void whatFallsBetweenTwoPagesEachTimeIsFoundByOtherPages() {
    source.fill(45);
    source.slipping = true;
    extract();
    assertThat(held()).isEqualTo(there());
  }

  @Test
  void aDeletionDuringTheScanHidesNobody() {
    source.fill(25);
    // The last of page 1 moves up from page 2, which is read without it.
    source.after(1, () -> source.contacts.remove(3));
    assertThat(extract()).isEmpty();
    assertThat(held()).containsAll(there());
    assertThat(extract()).isEmpty();
    assertThat(held()).isEqualTo(there());
  }

  /** Made before the lanes share the other pages, in whatever order these are read. */
  @RepeatedTest(20)
  void aRecordThatIsMadeDuringTheScanCostsACallAndNoScan() {
    source.fill(25);
    source.after(1, () -> source.contacts.addFirst("9999"));
    assertThat(extract()).isEmpty();
    assertThat(held()).isEqualTo(there());
    assertThat(source.asked).hasSize(5);
  }

  @Test
  void aCountThatIsNeverReachedIsAFindingAfterFewScans() {
    source.fill(25);
    source.lie = 7;
    assertThat(extract()).extracting(Finding::code).containsExactly("fewer-than-counted");
    assertThat(source.asked).hasSizeLessThan(20);
  }

  @Test
  void whatIsGoneIsAskedForBeforeItCountsAsDeleted() {
    source.fill(25);
    extract();
    String hidden = source.contacts.get(4);
    source.hidden.add(hidden);
    String deleted = source.contacts.remove(7);
    extract();
    assertThat(held()).contains(hidden).doesNotContain(deleted);
    assertThat(source.singly).contains(hidden, deleted);
  }

  @Test
  void aListOfARoundLengthMayHaveBeenCutShort() {
    source.fill(200);
    source.noted.addAll(source.contacts.subList(0, 100));
    // Nobody who is drawn has the one that is missing.
    source.noted.add("1101");
    source.most = 100;
    assertThat(extract()).isEmpty();
    assertThat(ledger.<Long>read(tables -> tables.sourceRecords().count(ObjectName.NOTE)))
        .isEqualTo(101);
  }

  @Test
  void anAccountMayHaveNoTicketsButMustHaveContacts() {
    source.fill(5);
    source.failing.put(ObjectName.TICKET, Kind.ABSENT);
    source.failing.put(ObjectName.ROOM, Kind.DENIED);
    assertThat(extract())
        .extracting(finding -> finding.object() + " " + finding.code())
        .containsExactlyInAnyOrder("ticket no-such-list", "room not-allowed");
    source.failing.put(ObjectName.CONTACT, Kind.ABSENT);
    assertThatThrownBy(this::extract).isInstanceOf(RemoteException.class);
  }

  @Test
  void allThatIsNotAllowedIsSaidAtOnce() {
    source.fill(5);
    source.failing.put(ObjectName.CONTACT, Kind.DENIED);
    source.failing.put(ObjectName.TICKET, Kind.DENIED);
    assertThatThrownBy(this::extract)
        .hasMessageContaining("contact")
        .hasMessageContaining("ticket");
  }

  @Test
  void afterABreakAtMostAPageOfEachSliceIsReadAgain() {
    source.fill(400);
    source.breaking = 20;
    assertThatThrownBy(() -> new Extract(source, ledger, clock, ProgressSink.SILENT).run())
        .isInstanceOf(RemoteException.class);
    int first = source.asked.size();
    source.breaking = Integer.MAX_VALUE;
    new Extract(source, ledger, clock, ProgressSink.SILENT).run();
    assertThat(held()).isEqualTo(there());
    // Page 1, which says how many there are, and the page that each of four lanes had in hand.
    assertThat(first).isEqualTo(20);
    assertThat(source.asked).hasSizeLessThanOrEqualTo(40 + 1 + 4);
  }

  /** Three lists, ten rows a page. */
  private static final class HandWritten implements Source, RecordReader {
    private final List<String> contacts = new CopyOnWriteArrayList<>();
    private final List<String> hidden = new ArrayList<>();
    private final List<Integer> asked = new CopyOnWriteArrayList<>();
    private final List<String> singly = new CopyOnWriteArrayList<>();
    private final Map<ObjectName, Kind> failing = new EnumMap<>(ObjectName.class);
    private int lie;

    /** The first record of every later page is on none, as if another had been put before it. */
    private boolean slipping;

    private int breaking = Integer.MAX_VALUE;

    /** Contacts that have a note, and the most notes of a list without a parent. */
    private final List<String> noted = new ArrayList<>();

    private long most = 1_000;
    private int afterPage;
    private Runnable event = () -> {};

    void fill(int count) {
      IntStream.range(0, count).forEach(id -> contacts.add("" + (1000 + id)));
    }

    /** Once, when so many pages were given. */
    void after(int pages, Runnable what) {
      afterPage = pages;
      event = what;
    }

    @Override
    public synchronized Page page(ObjectName object, int number, int scan) {
      if (failing.containsKey(object)) {
        throw new RemoteException(failing.get(object), object.wire() + " fails");
      }
      if (object == ObjectName.CONTACT && asked.size() >= breaking) {
        throw new RemoteException(Kind.UNREACHABLE, "the power is gone");
      }
      if (object != ObjectName.CONTACT) {
        return new Page(List.of(), OptionalLong.of(0), OptionalLong.of(0), true);
      }
      List<String> shown = contacts.stream().filter(id -> !hidden.contains(id)).toList();
      int size = slipping ? PAGE - scan + 1 : PAGE;
      int slipped = slipping && number > 1 ? 1 : 0;
      int from = Math.min(shown.size(), (number - 1) * size + slipped);
      List<String> ids = shown.subList(from, Math.min(shown.size(), from + size));
      long pages = Math.ceilDiv(shown.size(), size);
      Page page =
          new Page(
              ids.stream().map(id -> row(id)).toList(),
              OptionalLong.of(shown.size() + lie),
              OptionalLong.of(pages),
              number >= pages);
      asked.add(number);
      if (asked.size() == afterPage) {
        event.run();
      }
      return page;
    }

    private static RawRecord row(String id) {
      return RawRecord.of(new RecordKey(ObjectName.CONTACT, id), "{\"id\":" + id + "}");
    }

    @Override
    public Optional<RawRecord> one(RecordKey key) {
      singly.add(key.id());
      return contacts.contains(key.id()) ? Optional.of(row(key.id())) : Optional.empty();
    }

    @Override
    public List<ObjectName> objects() {
      return List.of(ObjectName.CONTACT, ObjectName.TICKET, ObjectName.ROOM);
    }

    @Override
    public Set<ObjectName> optional() {
      return EnumSet.of(ObjectName.ROOM);
    }

    @Override
    public Set<ObjectName> thin() {
      return Set.of();
    }

    @Override
    public List<Branch> branches() {
      return List.of(new Branch(ObjectName.NOTE, ObjectName.CONTACT));
    }

    @Override
    public List<RawRecord> children(Branch branch, RecordKey parent) {
      return noted.contains(parent.id()) ? List.of(note(parent.id())) : List.of();
    }

    private static RawRecord note(String contact) {
      return new RawRecord(
          new RecordKey(ObjectName.NOTE, "9" + contact),
          Optional.of(new RecordKey(ObjectName.CONTACT, contact)),
          "{\"id\":9" + contact + "}");
    }

    @Override
    public Set<ObjectName> wholesale() {
      return Set.of(ObjectName.NOTE);
    }

    @Override
    public Page wholesale(ObjectName child, int number) {
      return new Page(
          noted.stream().limit(most).map(HandWritten::note).toList(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          true);
    }

    @Override
    public List<RawRecord> setup() {
      return List.of();
    }

    @Override
    public SchemaReader schema() {
      throw new AssertionError("not read here");
    }

    @Override
    public RecordReader records() {
      return this;
    }

    @Override
    public MediaReader media() {
      return new MediaReader() {
        @Override
        public List<Link> links(
            RecordKey key, String json, Optional<dev.pindah.model.schema.ObjectSchema> schema) {
          return List.of();
        }

        @Override
        public Download fetch(String url, Path into, long cap) {
          throw new AssertionError("there are none");
        }
      };
    }

    @Override
    public double callsPerSecond() {
      return 2;
    }
  }
}
