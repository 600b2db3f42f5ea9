package dev.pindah.journey.map;

import dev.pindah.journey.map.MappingReader.Located;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.mapping.PipelineRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes changed rules into the file as a person left it: all other lines stay as they are. */
public final class PatchMapping {
  private static final Pattern LINE = Pattern.compile(":(\\d{1,9})");
  private static final String RULE = "contact-rule";

  private final List<String> lines;

  private PatchMapping(String text) {
    this.lines = new ArrayList<>(text.lines().toList());
  }

  /** The text with every changed rule in its place. */
  public static String patch(String text, Located before, Mapping after) {
    Map<Integer, String> changed = new TreeMap<>(Comparator.reverseOrder());
    fields(before, after, changed);
    for (PipelineRule rule : after.pipelines()) {
      if (!before.mapping().pipelines().contains(rule)) {
        changed.put(line(before.place("pipeline " + rule.id())), MappingWriter.block(rule));
      }
    }
    for (OwnerRule rule : after.owners()) {
      if (!before.mapping().owners().contains(rule)) {
        changed.put(line(before.place("owner " + rule.id())), MappingWriter.block(rule));
      }
    }
    PatchMapping patch = new PatchMapping(text);
    if (!after.leadRule().equals(before.mapping().leadRule())) {
      changed.put(patch.rule(line(before.place(RULE))), MappingWriter.block(after.leadRule()));
    }
    boolean all = changed.keySet().stream().allMatch(patch::begins);
    if (!all) {
      return MappingWriter.write(after);
    }
    changed.forEach(patch::replace);
    return String.join("\n", patch.lines) + "\n";
  }

  private static void fields(Located before, Mapping after, Map<Integer, String> changed) {
    for (ObjectMapping object : after.objects()) {
      Set<FieldRule> old = new HashSet<>();
      before.mapping().object(object.object()).ifPresent(known -> old.addAll(known.fields()));
      for (FieldRule rule : object.fields()) {
        if (!old.contains(rule)) {
          changed.put(
              line(before.place(object.object().wire() + "." + rule.source())),
              MappingWriter.block(rule));
        }
      }
    }
  }

  /** The line on which the contact rule begins, above one of its members. */
  private int rule(int member) {
    int start = Math.min(member, lines.size() - 1);
    while (start >= 0 && !lines.get(start).startsWith(RULE + ":")) {
      start--;
    }
    return start;
  }

  private static int line(String place) {
    Matcher number = LINE.matcher(place);
    return number.find() ? Integer.parseInt(number.group(1)) - 1 : -1;
  }

  /** Whether a rule begins on the line, as an element of a list or as a block of its own. */
  private boolean begins(int line) {
    if (line < 0 || line >= lines.size()) {
      return false;
    }
    String text = lines.get(line).stripTrailing();
    return text.strip().startsWith("- ") || text.equals(RULE + ":");
  }

  private void replace(int start, String rule) {
    int indent = indent(lines.get(start));
    int end = start + 1;
    int last = start + 1;
    List<String> comments = new ArrayList<>();
    List<String> pending = new ArrayList<>();
    while (end < lines.size() && (quiet(lines.get(end)) || indent(lines.get(end)) > indent)) {
      String line = lines.get(end++);
      if (quiet(line)) {
        pending.add(line);
      } else {
        comments.addAll(pending);
        pending.clear();
        last = end;
      }
    }
    List<String> block =
        new ArrayList<>(comments.stream().filter(comment -> !comment.isBlank()).toList());
    int written = indent(rule);
    rule.lines().map(line -> " ".repeat(indent) + line.substring(written)).forEach(block::add);
    lines.subList(start, last).clear();
    lines.addAll(start, block);
  }

  private static boolean quiet(String line) {
    return line.isBlank() || line.strip().startsWith("#");
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }
}
