package dev.pindah.cli;

import dev.pindah.journey.reconcile.Judgements;
import dev.pindah.model.proof.Proof;
import dev.pindah.model.proof.Rung;
import dev.pindah.model.proof.Sample.Drawn;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes down what a person found on the drawn records; calls nobody. */
final class JudgeSample {
  private static final Pattern VERDICT =
      Pattern.compile("(?s)(all|[a-z_]+:[^=]+)=(right|wrong)(?::(.*))?");

  private final Session session;
  private final Judgements judgements;
  private final Proof proof;

  JudgeSample(Session session) {
    this.session = session;
    this.judgements = new Judgements(session.ledger, session.clock);
    this.proof =
        session
            .ledger
            .read(tables -> tables.proofs().latest())
            .orElseThrow(
                () -> new UsageException("no record was drawn yet; run pindah reconcile first"));
  }

  int run(List<String> verdicts, String by) {
    if (by.isBlank()) {
      throw new UsageException("--judge needs --by NAME: who has looked");
    }
    // All are read before the first is taken down.
    List<Runnable> takeDown = verdicts.stream().map(verdict -> parse(verdict, by)).toList();
    takeDown.forEach(Runnable::run);
    Rung rung = judgements.rung(proof.sample());
    session.ledger.record(tables -> tables.proofs().save(proof.with(rung)));
    if (session.output.json()) {
      ObjectNode json = Output.object();
      json.put("state", rung.state().name().toLowerCase(Locale.ROOT)).put("says", rung.says());
      ArrayNode open = json.putArray("open");
      judgements.open(proof.sample()).forEach(drawn -> open.add(drawn.object() + ":" + drawn.id()));
      Output.print(json);
    } else {
      session.output.say(rung.says());
      session.output.say(
          "side by side: " + session.workspace.reports().resolve("sample-side-by-side.html"));
    }
    return rung.state() == Rung.State.FAILED ? ExitCode.INCOMPLETE : ExitCode.DONE;
  }

  private Runnable parse(String verdict, String by) {
    Matcher matcher = VERDICT.matcher(verdict);
    if (!matcher.matches()) {
      throw new UsageException(
          "--judge takes OBJECT:ID=right, OBJECT:ID=wrong:WHAT or all=right, not '"
              + verdict
              + "'");
    }
    boolean right = matcher.group(2).equals("right");
    String reason = matcher.group(3) == null ? "" : matcher.group(3).strip();
    if (!right && reason.isEmpty()) {
      throw new UsageException("say what is wrong: --judge " + matcher.group(1) + "=wrong:WHAT");
    }
    List<Drawn> meant =
        matcher.group(1).equals("all")
            ? judgements.open(proof.sample())
            : List.of(drawn(matcher.group(1)));
    return () -> meant.forEach(record -> judgements.judge(record, right, by, reason));
  }

  private Drawn drawn(String key) {
    return proof.sample().drawn().stream()
        .filter(record -> key.equals(record.object() + ":" + record.id()))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    key + " was not drawn; the drawn records are in sample-side-by-side.html"));
  }
}
