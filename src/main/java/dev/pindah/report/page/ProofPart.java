package dev.pindah.report.page;

import dev.pindah.model.proof.Aggregate;
import dev.pindah.model.proof.FanOut;
import dev.pindah.model.proof.Proof;
import dev.pindah.model.proof.Root;
import dev.pindah.model.proof.Rung;
import dev.pindah.model.proof.Sample;
import dev.pindah.model.proof.Share;
import dev.pindah.report.Summary;
import dev.pindah.report.Words;
import java.util.ArrayList;
import java.util.List;

/** The ladder and what its rungs rest on. */
final class ProofPart {
  private static final int SHOWN = 200;

  private final Html html;
  private final Summary summary;
  private final Words words;

  ProofPart(Html html, Summary summary, Words words) {
    this.html = html;
    this.summary = summary;
    this.words = words;
  }

  void ladder() {
    summary.proof().ifPresent(this::ladder);
  }

  private void ladder(Proof proof) {
    html.heading(words.say("ladder")).raw("<table><thead><tr>");
    for (String head : List.of("ladder.claim", "ladder.state", "ladder.says")) {
      html.raw("<th>").text(words.say(head)).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    for (Rung rung : proof.ladder()) {
      html.raw("<tr><td class=\"claim\">")
          .text(words.code("rung", rung.id()))
          .raw("</td><td class=\"")
          .raw(style(rung.state()))
          .raw("\"><b>")
          .text(sign(rung.state()) + " " + words.code("state", rung.state().name()))
          .raw("</b></td><td>")
          .text(words.says(rung))
          .raw("</td></tr>");
    }
    html.raw("</tbody></table>");
  }

  static String style(Rung.State state) {
    return switch (state) {
      case PASSED -> "good";
      case FAILED -> "bad";
      case OPEN -> "open";
    };
  }

  private static String sign(Rung.State state) {
    return switch (state) {
      case PASSED -> "✓";
      case FAILED -> "✗";
      case OPEN -> "○";
    };
  }

  /** What the ladder rests on, below the books. */
  void rest() {
    summary
        .proof()
        .ifPresent(
            proof -> {
              shares(proof.shares());
              relations(proof.fanOuts());
              fields(proof.aggregates());
              roots(proof.roots());
              sample(proof.sample());
            });
  }

  private void shares(List<Share> shares) {
    if (shares.isEmpty()) {
      return;
    }
    html.heading(words.say("shares"));
    List<List<String>> rows =
        shares.stream()
            .map(
                share ->
                    List.of(
                        share.object(),
                        share.dimension(),
                        share.value().isEmpty() ? "–" : summary.names().of(share.value()),
                        words.number(share.planned()),
                        words.number(share.left()),
                        words.number(share.found()),
                        equal(share.balanced())))
            .toList();
    html.table(
        List.of(
            words.say("object"),
            words.say("field"),
            words.say("value"),
            words.say("planned"),
            words.say("left"),
            words.say("found"),
            words.say("equal")),
        Html.first(rows, SHOWN),
        3,
        6);
    more(rows);
    html.small(words.say("shares.note"));
  }

  private void more(List<List<String>> rows) {
    if (rows.size() > SHOWN) {
      html.paragraph(words.say("more", (long) rows.size() - SHOWN));
    }
  }

  private String equal(boolean equal) {
    return words.say(equal ? "yes" : "no");
  }

  private void relations(List<FanOut> fanOuts) {
    if (fanOuts.isEmpty()) {
      return;
    }
    html.heading(words.say("relations"));
    html.table(
        List.of(
            words.say("object"),
            words.say("role"),
            words.say("links"),
            words.say("meant"),
            words.say("found")),
        fanOuts.stream()
            .map(
                fanOut ->
                    List.of(
                        fanOut.object(),
                        fanOut.role(),
                        words.number(fanOut.links()),
                        words.number(fanOut.meant()),
                        words.number(fanOut.found())))
            .toList(),
        2,
        5);
  }

  private void fields(List<Aggregate> aggregates) {
    html.heading(words.say("fields.both"));
    List<List<String>> rows = new ArrayList<>();
    for (Aggregate aggregate : aggregates) {
      rows.add(
          List.of(
              aggregate.object() + "." + aggregate.attribute(),
              words.percent(aggregate.meant().nullRate()),
              words.number(aggregate.meant().distinct()),
              words.amount(aggregate.meant().min()),
              words.amount(aggregate.meant().max()),
              words.amount(aggregate.meant().sum()),
              words.amount(aggregate.found().sum()),
              equal(aggregate.equal())));
    }
    html.table(
        List.of(
            words.say("field"),
            words.say("null.rate"),
            words.say("distinct"),
            words.say("least"),
            words.say("greatest"),
            words.say("sum"),
            words.say("sum") + ", " + words.say("found"),
            words.say("equal")),
        rows,
        1,
        7);
    html.small(words.say("fields.note"));
  }

  private void roots(List<Root> roots) {
    html.heading(words.say("roots"));
    for (Root root : roots) {
      html.raw("<p>")
          .text(root.object() + ", " + words.number(root.records()) + " " + words.say("records"))
          .raw("<br><code>")
          .text(words.say("meant") + " " + root.meant())
          .raw("<br>")
          .text(words.say("found") + " " + root.found())
          .raw("</code></p>");
    }
  }

  private void sample(Sample sample) {
    html.heading(words.say("sample"));
    html.paragraph(
        words.say(
            "sample.says",
            (long) sample.drawn().size(),
            sample.population(),
            sample.seed().substring(0, Math.min(12, sample.seed().length())),
            words.percent(sample.bound()),
            sample.needed()));
    html.small(words.say("sample.strata"));
    html.small(words.say("sample.file"));
  }
}
