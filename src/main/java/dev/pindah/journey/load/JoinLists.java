package dev.pindah.journey.load;

import dev.pindah.connect.Destination;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.Reply;
import dev.pindah.ledger.Candidates.Stored;
import dev.pindah.ledger.Crosswalk.Pair;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Link;
import dev.pindah.model.Link.Role;
import dev.pindah.model.ObjectName;
import dev.pindah.model.ProgressSink;
import dev.pindah.model.RecordKey;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.TargetModule;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Puts contacts on lists, a hundred with one call. A membership is a pair and not a record: putting
 * it there twice is harmless, so it needs no intention on disk.
 */
final class JoinLists {
  private static final int CHUNK = 100;
  private static final int TRIES = 6;

  private final Destination destination;
  private final Ledger ledger;
  private final ProgressSink progress;

  /** Who was on a list before us; read once for each list that was there before us. */
  private final Map<String, Set<String>> before = new HashMap<>();

  private final Economy economy;

  JoinLists(Destination destination, Ledger ledger, Economy economy, ProgressSink progress) {
    this.destination = destination;
    this.economy = economy;
    this.ledger = ledger;
    this.progress = progress;
  }

  /** One member, with the target's ids of its list and contact. */
  private record Member(RecordKey key, String list, String contact) {}

  void run() {
    long total =
        ledger.read(
            tables ->
                tables.candidates().count(ObjectName.LIST_MEMBER, Step.RECORD, RecordState.READY));
    LongAdder done = new LongAdder();
    EachPage.of(
        ledger,
        ObjectName.LIST_MEMBER,
        Step.RECORD,
        RecordState.READY,
        CHUNK,
        page -> {
          join(page);
          done.add(page.size());
          progress.at("load list_member", done.sum(), total);
        });
  }

  private void join(List<Stored> page) {
    Map<String, Map<String, Member>> lists = new LinkedHashMap<>();
    for (Stored stored : page) {
      Optional<Member> member = ledger.read(tables -> member(stored, tables));
      if (member.isEmpty()) {
        stop(stored);
        continue;
      }
      Member first =
          lists
              .computeIfAbsent(member.get().list(), list -> new LinkedHashMap<>())
              .putIfAbsent(member.get().contact(), member.get());
      if (first != null) {
        settle(member.get().key(), RecordState.MATCHED, "merged into " + first.key());
      }
    }
    lists.forEach((list, members) -> join(list, List.copyOf(members.values())));
  }

  private static Optional<Member> member(Stored stored, Tables tables) {
    Optional<Pair> list = linked(stored, Role.LIST, tables);
    Optional<Pair> contact = linked(stored, Role.CONTACT, tables);
    return list.flatMap(
        known ->
            contact.map(
                person ->
                    new Member(stored.candidate().key(), known.targetId(), person.targetId())));
  }

  private static Optional<Pair> linked(Stored stored, Role role, Tables tables) {
    return stored.candidate().links().stream()
        .filter(link -> link.role() == role)
        .map(Link::to)
        .flatMap(key -> tables.crosswalk().find(key).stream())
        .findFirst();
  }

  private void stop(Stored stored) {
    ledger.record(
        tables -> {
          Plan.Stop stop = PlanWrites.stop(stored, Places.now(tables));
          tables
              .candidates()
              .move(
                  List.of(stored.candidate().key()),
                  Step.RECORD,
                  RecordState.READY,
                  stop.state(),
                  stop.reason());
        });
  }

  private void settle(RecordKey key, RecordState state, String reason) {
    ledger.record(
        tables ->
            tables.candidates().move(List.of(key), Step.RECORD, RecordState.READY, state, reason));
  }

  private void join(String list, List<Member> members) {
    Set<String> present = present(list);
    members.stream()
        .filter(member -> present.contains(member.contact()))
        .forEach(member -> settle(member.key(), RecordState.MATCHED, "is on the list already"));
    List<Member> missing =
        members.stream().filter(member -> !present.contains(member.contact())).toList();
    if (missing.isEmpty()) {
      return;
    }
    List<RecordKey> keys = missing.stream().map(Member::key).toList();
    List<String> contacts = missing.stream().map(Member::contact).distinct().toList();
    economy.of(
        ObjectName.LIST_MEMBER,
        Step.RECORD.wire(),
        1,
        () -> {
          join(list, missing, keys, contacts);
          return 0;
        });
  }

  private void join(
      String list, List<Member> missing, List<RecordKey> keys, List<String> contacts) {
    Reply<Boolean> answer = destination.writer().join(list, contacts);
    for (int tries = 1; tries < TRIES && answer instanceof Reply.Broken<Boolean>; tries++) {
      answer = destination.writer().join(list, contacts);
    }
    switch (answer) {
      case Reply.Ok<Boolean> done ->
          ledger.record(
              tables -> {
                tables.crosswalk().save(missing.stream().map(JoinLists::pair).toList());
                tables
                    .candidates()
                    .move(keys, Step.RECORD, RecordState.READY, RecordState.CREATED, "");
              });
      case Reply.Refused<Boolean>(String code, String reason) ->
          ledger.record(
              tables ->
                  tables
                      .candidates()
                      .move(
                          keys,
                          Step.RECORD,
                          RecordState.READY,
                          RecordState.REFUSED,
                          code + ": " + reason));
      case Reply.Throttled<Boolean> busy ->
          throw new RemoteException(
              RemoteException.Kind.UNREACHABLE, "the target is busy; run again to go on");
      case Reply.Broken<Boolean>(boolean sent, String reason) ->
          throw new RemoteException(
              RemoteException.Kind.UNREACHABLE,
              "lists: " + reason + "; nothing is lost, run again to go on");
    }
  }

  /** A membership's target is the pair of list and contact. */
  private static Pair pair(Member member) {
    return new Pair(
        member.key(),
        TargetModule.LISTS,
        member.list() + "/" + member.contact(),
        true,
        "",
        "member");
  }

  private Set<String> present(String list) {
    boolean ours =
        ledger
            .read(tables -> tables.crosswalk().byTarget(TargetModule.LISTS, list))
            .map(Pair::ours)
            .orElse(false);
    return ours
        ? Set.of()
        : before.computeIfAbsent(list, unread -> destination.reader().members(unread));
  }
}
