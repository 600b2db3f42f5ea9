package dev.pindah.journey.rollback;

import dev.pindah.connect.Eraser;
import dev.pindah.connect.Pause;
import dev.pindah.connect.RemoteException;
import dev.pindah.connect.Reply;
import dev.pindah.journey.rollback.Judgement.Delete;
import dev.pindah.journey.rollback.Judgement.PutBack;
import dev.pindah.ledger.UndoSteps.State;
import dev.pindah.ledger.UndoSteps.Verb;
import dev.pindah.model.TargetModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * The calls. Deleting twice and putting back twice are harmless, so a call whose answer was lost is
 * simply made again.
 */
final class TakeBack {
  /** Single calls that run side by side. */
  private static final int SIDE_BY_SIDE = 16;

  private static final int TRIES = 6;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

  /** Records in a row that cannot be had before the target counts as unreachable. */
  private static final int FRUITLESS = 5;

  private final Eraser eraser;
  private final UndoBook book;
  private final Pause pause;
  private final int batch;
  private int fruitless;

  TakeBack(Eraser eraser, UndoBook book, Pause pause, int batch) {
    this.eraser = eraser;
    this.book = book;
    this.pause = pause;
    this.batch = batch;
  }

  /**
   * Deletes records that we made, by the hundred where the target can.
   *
   * @return those that were only asked for: what became of them, reading shows
   */
  List<Standing> delete(List<Delete> deletions) {
    List<Standing> asked = new ArrayList<>();
    for (int from = 0; from < deletions.size(); from += batch) {
      List<Standing> part =
          deletions.subList(from, Math.min(deletions.size(), from + batch)).stream()
              .map(Delete::of)
              .toList();
      book.intend(part, Verb.DELETE);
      if (part.size() > 1 && together(part)) {
        asked.addAll(part);
      } else {
        deleteSingly(part);
      }
    }
    return asked;
  }

  private boolean together(List<Standing> part) {
    List<String> ids = part.stream().map(Standing::targetId).toList();
    TargetModule module = part.getFirst().module();
    return insist(() -> eraser.deleteAll(module, ids)) instanceof Reply.Ok<Boolean>(Boolean taken)
        && taken;
  }

  /** One by one; the answer says what became of each. */
  void deleteSingly(List<Standing> standings) {
    sideBySide(
        standings,
        standing -> insist(() -> eraser.delete(standing.module(), standing.targetId())),
        Verb.DELETE);
  }

  void putBack(List<PutBack> records) {
    book.intend(records.stream().map(PutBack::of).toList(), Verb.RESTORE);
    for (int from = 0; from < records.size(); from += SIDE_BY_SIDE) {
      List<PutBack> part = records.subList(from, Math.min(records.size(), from + SIDE_BY_SIDE));
      List<Reply<Boolean>> answers =
          all(
              part.stream()
                  .<Supplier<Reply<Boolean>>>map(
                      one ->
                          () ->
                              insist(
                                  () -> eraser.restore(one.now(), one.before(), one.attributes())))
                  .toList());
      for (int index = 0; index < part.size(); index++) {
        answered(part.get(index).of(), answers.get(index), Verb.RESTORE);
      }
    }
  }

  /** Takes contacts off a list. */
  void leave(String list, List<Standing> members) {
    for (int from = 0; from < members.size(); from += Eraser.MOST) {
      List<Standing> part = members.subList(from, Math.min(members.size(), from + Eraser.MOST));
      List<String> contacts =
          part.stream().map(member -> member.targetId().replaceFirst(".*/", "")).toList();
      book.intend(part, Verb.LEAVE);
      Reply<Boolean> answer = insist(() -> eraser.leave(list, contacts));
      // A list that is gone has no members.
      Reply<Boolean> counted =
          answer instanceof Reply.Refused<Boolean>(String code, String reason)
                  && code.equals("not-found")
              ? new Reply.Ok<>(false)
              : answer;
      if (counted instanceof Reply.Ok<Boolean>) {
        book.settle(part, Verb.LEAVE, State.REVERSED, "");
      } else {
        part.forEach(member -> answered(member, counted, Verb.LEAVE));
      }
    }
  }

  /** Once more for a record that does not stand as it did. */
  Reply<Boolean> again(PutBack record) {
    return insist(() -> eraser.restore(record.now(), record.before(), record.attributes()));
  }

  private interface Call {
    Reply<Boolean> on(Standing standing);
  }

  private void sideBySide(List<Standing> standings, Call call, Verb verb) {
    for (int from = 0; from < standings.size(); from += SIDE_BY_SIDE) {
      List<Standing> part =
          standings.subList(from, Math.min(standings.size(), from + SIDE_BY_SIDE));
      List<Reply<Boolean>> answers =
          all(part.stream().<Supplier<Reply<Boolean>>>map(one -> () -> call.on(one)).toList());
      List<Standing> done = new ArrayList<>();
      for (int index = 0; index < part.size(); index++) {
        if (answers.get(index) instanceof Reply.Ok<Boolean>) {
          done.add(part.get(index));
          fruitless = 0;
        } else {
          answered(part.get(index), answers.get(index), verb);
        }
      }
      book.settle(done, verb, State.REVERSED, "");
    }
  }

  private void answered(Standing standing, Reply<Boolean> answer, Verb verb) {
    switch (answer) {
      case Reply.Ok<Boolean> done -> {
        fruitless = 0;
        book.settle(List.of(standing), verb, State.REVERSED, "");
      }
      case Reply.Refused<Boolean>(String code, String reason) -> {
        if (code.equals("not-found")) {
          book.gone(standing);
        } else {
          book.stays(standing, verb, State.ERRORED, code + ": " + reason);
        }
      }
      case Reply.Throttled<Boolean> busy -> failed(standing, verb, "throttled");
      case Reply.Broken<Boolean>(boolean sent, String reason) -> failed(standing, verb, reason);
    }
  }

  private void failed(Standing standing, Verb verb, String reason) {
    book.stays(standing, verb, State.ERRORED, reason + "; run again");
    if (++fruitless >= FRUITLESS) {
      throw new RemoteException(
          RemoteException.Kind.UNREACHABLE,
          "the target does not take "
              + standing.module().wire()
              + " back: "
              + reason
              + "; nothing is lost, run again to go on");
    }
  }

  private Reply<Boolean> insist(Supplier<Reply<Boolean>> call) {
    Reply<Boolean> answer = call.get();
    Duration wait = FIRST_WAIT;
    for (int tries = 1; tries < TRIES && passing(answer); tries++) {
      pause.of(wait);
      wait = wait.multipliedBy(2);
      answer = call.get();
    }
    return answer;
  }

  private static boolean passing(Reply<Boolean> answer) {
    return switch (answer) {
      case Reply.Ok<Boolean> done -> false;
      case Reply.Refused<Boolean> refused -> false;
      case Reply.Throttled<Boolean> busy -> true;
      case Reply.Broken<Boolean> broken -> true;
    };
  }

  private static List<Reply<Boolean>> all(List<Supplier<Reply<Boolean>>> calls) {
    List<Future<Reply<Boolean>>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      calls.forEach(call -> running.add(threads.submit(call::get)));
    }
    List<Reply<Boolean>> answers = new ArrayList<>();
    for (Future<Reply<Boolean>> future : running) {
      try {
        answers.add(future.get());
      } catch (ExecutionException broken) {
        throw unwrapped(broken);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new RemoteException(
            RemoteException.Kind.UNREACHABLE, "stopped while rolling back; run again", stopped);
      }
    }
    return answers;
  }

  private static RuntimeException unwrapped(ExecutionException broken) {
    return switch (broken.getCause()) {
      case RuntimeException failed -> failed;
      case Error error -> throw error;
      case null, default -> new IllegalStateException("a call broke off", broken);
    };
  }
}
