package dev.pindah.journey.transform;

import dev.pindah.model.Candidate;
import dev.pindah.model.Cell;
import dev.pindah.model.Finding.Severity;
import dev.pindah.model.ObjectName;
import dev.pindah.model.RecordState;
import dev.pindah.model.Step;
import dev.pindah.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts what keeps records from arriving whole, by object, field and reason. */
final class Fixes {
  private static final int EXAMPLES = 5;

  /** Reasons for which the configuration or a rule holds a record: they end in exit code 4. */
  private static final Set<String> POLICIES =
      Set.of(
          "duplicate-email",
          "duplicate-name",
          "duplicate-phone",
          "no-email",
          "email-invalid",
          "ambiguous",
          "no-parent",
          "no-due-date");

  private final Map<String, Entry> entries = new TreeMap<>();

  private static final class Entry {
    private final String code;
    private final String object;
    private final String field;
    private final List<String> examples = new ArrayList<>();
    private long count;

    private Entry(String code, String object, String field) {
      this.code = code;
      this.object = object;
      this.field = field;
    }
  }

  void add(ObjectName object, String field, String code, String id) {
    Entry entry =
        entries.computeIfAbsent(
            object.wire() + " " + field + " " + code, any -> new Entry(code, object.wire(), field));
    entry.count++;
    if (entry.examples.size() < EXAMPLES) {
      entry.examples.add(id);
    }
  }

  /** Cells that should move and cannot, and records that are held. */
  void add(Candidate candidate) {
    ObjectName object = candidate.key().object();
    Set<String> said = new java.util.HashSet<>();
    for (Cell cell : candidate.cells()) {
      if (cell.verdict() instanceof Verdict.Failed(String reason)) {
        said.add(reason);
        add(object, cell.field(), reason, candidate.key().id());
      }
    }
    if (candidate.step() == Step.RECORD && candidate.state() == RecordState.HELD) {
      String code = candidate.reason().replaceFirst(":.*", "").strip();
      if (!said.contains(code)) {
        add(object, field(code, candidate.reason()), code, candidate.key().id());
      }
    }
  }

  /** A missing required field is told by name, since there may be several. */
  private static String field(String code, String reason) {
    return code.equals(Draft.REQUIRED) ? reason.replaceFirst(".*the target wants ", "") : "";
  }

  void addAll(Fixes others) {
    others.entries.forEach(
        (key, entry) ->
            entries.merge(
                key,
                entry,
                (one, two) -> {
                  one.count += two.count;
                  return one;
                }));
  }

  /** What pauses first, then by object and field. */
  List<Fix> list() {
    List<Fix> fixes = new ArrayList<>();
    for (boolean pausing : new boolean[] {true, false}) {
      entries.values().stream()
          .filter(entry -> POLICIES.contains(entry.code) != pausing)
          .map(
              entry ->
                  new Fix(
                      entry.code,
                      pausing ? Severity.ERROR : Severity.WARNING,
                      entry.object,
                      entry.field,
                      entry.count,
                      entry.examples,
                      remedy(entry.code)))
          .forEach(fixes::add);
    }
    return fixes;
  }

  /** The next step for a reason. */
  static String remedy(String code) {
    return switch (code) {
      case "value-not-on-target" ->
          "add the choice on the target and run prepare, or give the value another target in"
              + " mapping.yaml (values:)";
      case "currency-not-on-target" ->
          "add the currency in the target's admin settings and run prepare, or give it another one"
              + " in mapping.yaml (values:); such deals wait, amounts are never converted";
      case "stage-not-on-target" ->
          "run pindah prepare: it lists missing pipelines and stages; inactive ones need a place in"
              + " mapping.yaml (pipelines:)";
      case "target-field-missing" -> "run pindah prepare: it lists the fields that are missing";
      case "undecided" -> "decide: pindah map --set OBJECT.FIELD=accept|create|document|drop";
      case "date-not-understood", "number-not-understood", "boolean-not-understood" ->
          "correct the value in the source, or choose a text field as its target";
      case "number-too-large" ->
          "correct the value, or choose a text field: numbers have 11 digits and 4 decimals";
      case "several-values-for-one" -> "choose a multi-select field as its target";
      case "required-missing" -> "fill the field in the source, or make it optional on the target";
      case "no-name" -> "give the record a name in the source";
      case "duplicate-email" ->
          "merge the contacts in the source, or give one of them another e-mail";
      case "duplicate-name" -> "merge the companies in the source, or rename one of them";
      case "duplicate-phone" -> "nothing is held: look whether these are one person";
      case "no-email", "email-invalid" ->
          "add e-mails, or set contacts-without-email: placeholder or skip in pindah.yaml";
      case "ambiguous" -> "make the phone number unique in the source, or add the member by hand";
      case "no-parent" -> "the source does not say what it hangs on; it stays in the workspace";
      case "no-due-date" -> "give the task a due date in the source";
      default -> "correct the value in the source, then extract and transform again";
    };
  }
}
