package dev.pindah.report.audit;

import dev.pindah.model.audit.Compatibility;
import dev.pindah.model.audit.Grade;
import dev.pindah.model.audit.Trap;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Plan;
import dev.pindah.report.Words;
import dev.pindah.report.page.Html;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The sheet of the pair Qontak and Freshsales: what anybody may know before they ask. */
public final class PairSheet {
  private static final List<FieldType> KINDS =
      List.of(
          FieldType.TEXT,
          FieldType.DROPDOWN,
          FieldType.TEXTAREA,
          FieldType.MULTI_SELECT_DROPDOWN,
          FieldType.NUMBER,
          FieldType.CHECKBOX,
          FieldType.DATE);

  /**
   * An account of a usual shape, for the little estimator.
   *
   * @param hours of a whole migration by plan
   */
  public record Example(
      long contacts, long records, Range sourceCalls, Range targetCalls, Map<Plan, Range> hours) {
    public Example {
      hours = Map.copyOf(hours);
    }
  }

  /**
   * Everything on the sheet, as discover and estimate use it.
   *
   * @param stages of the journey, in their order
   * @param bands price by volume band of the published grade
   */
  public record Pair(
      List<Compatibility> published,
      List<Compatibility> ours,
      List<Trap> traps,
      List<String> stages,
      Grade grade,
      List<Example> examples,
      Map<Long, BigDecimal> bands,
      String currency) {
    public Pair {
      published = List.copyOf(published);
      ours = List.copyOf(ours);
      traps = List.copyOf(traps);
      stages = List.copyOf(stages);
      examples = List.copyOf(examples);
    }
  }

  private final Html html = new Html();
  private final Pair pair;
  private final Words words;

  private PairSheet(Pair pair, Words words) {
    this.pair = pair;
    this.words = words;
  }

  public static String page(Pair pair, Words words) {
    return new PairSheet(pair, words).write();
  }

  private String write() {
    Frame.open(html, words, words.say("pair.title"));
    long same = pair.published().stream().filter(row -> row.relation().equals("1:1")).count();
    html.raw("<div class=\"tiles\">");
    Frame.tile(
        html, words.say("pair.same", same, (long) pair.published().size()), words.say("pair.map"));
    Frame.tile(html, String.valueOf(pair.grade().letter()), words.say("grade"));
    Frame.tile(html, words.say("pair.timeline"), words.say("pair.time"));
    html.raw("</div>");
    html.heading(words.say("compatibility"));
    html.paragraph(words.say("compatibility.published", same, (long) pair.published().size()));
    AuditPage.table(html, pair.published(), words, false);
    html.paragraph(words.say("compatibility.ours"));
    AuditPage.table(html, pair.ours(), words, false);
    html.heading(words.say("traps"));
    AuditPage.traps(html, pair.traps(), words, false);
    steps();
    limits();
    GradePart.write(html, pair.grade(), words);
    examples();
    prices();
    return Frame.close(html);
  }

  private void steps() {
    html.heading(words.say("pair.steps")).raw("<ol>");
    pair.stages()
        .forEach(
            stage ->
                html.raw("<li><b>")
                    .text(stage)
                    .raw("</b> – ")
                    .text(words.code("step", stage))
                    .raw("</li>"));
    html.raw("</ol>");
  }

  private void limits() {
    html.heading(words.say("pair.limits")).paragraph(words.say("pair.limits.says"));
    List<String> heads = new ArrayList<>(List.of(""));
    Arrays.stream(Plan.values()).forEach(plan -> heads.add(plan.wire()));
    List<List<String>> rows = new ArrayList<>();
    rows.add(row(words.say("plans.calls"), plan -> words.number(plan.callsPerHour())));
    rows.add(row(words.say("pair.fields"), plan -> words.number(plan.customFields())));
    for (FieldType kind : KINDS) {
      rows.add(row("– " + kind.wire(), plan -> words.number(plan.customFields(kind))));
    }
    rows.add(row(words.say("pair.pipelines"), plan -> plan.severalPipelines() ? "✓" : "–"));
    rows.add(row(words.say("pair.currencies"), plan -> plan.severalCurrencies() ? "✓" : "–"));
    rows.add(row(words.say("pair.storage"), plan -> words.number(plan.gigabytesPerUser())));
    html.table(heads, rows, 1, heads.size());
  }

  private static List<String> row(String head, java.util.function.Function<Plan, String> cell) {
    List<String> row = new ArrayList<>(List.of(head));
    Arrays.stream(Plan.values()).map(cell).forEach(row::add);
    return row;
  }

  private void examples() {
    html.heading(words.say("pair.estimator")).paragraph(words.say("pair.estimator.says"));
    List<String> heads =
        new ArrayList<>(
            List.of(
                words.say("pair.contacts"),
                words.say("records"),
                words.say("audit.calls.source"),
                words.say("audit.calls.target")));
    List<Plan> plans = List.of(Plan.GROWTH, Plan.PRO, Plan.ENTERPRISE);
    plans.forEach(plan -> heads.add(words.say("pair.hours", plan.wire())));
    List<List<String>> rows = new ArrayList<>();
    for (Example example : pair.examples()) {
      List<String> row =
          new ArrayList<>(
              List.of(
                  words.number(example.contacts()),
                  words.number(example.records()),
                  words.number(example.sourceCalls().rounded()),
                  words.number(example.targetCalls().rounded())));
      plans.forEach(
          plan -> row.add(Frame.hours(words, example.hours().getOrDefault(plan, Range.ZERO))));
      rows.add(row);
    }
    html.table(heads, rows, 0, heads.size());
  }

  private void prices() {
    html.heading(words.say("quote.price"));
    html.paragraph(words.say("pair.prices", String.valueOf(pair.grade().letter())));
    html.table(
        List.of(words.say("pair.band"), pair.currency()),
        pair.bands().entrySet().stream()
            .map(
                band ->
                    List.of(
                        words.say("pair.upto", band.getKey()),
                        words.amount(band.getValue().toPlainString())))
            .toList(),
        1,
        2);
    html.paragraph(words.say("pair.beyond"));
  }
}
