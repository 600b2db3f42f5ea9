package dev.pindah.model.document;

import dev.pindah.model.Problems;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces references in a text; what cannot be replaced is reported where it stands. */
@FunctionalInterface
public interface Substitution {
  Substitution NONE = (text, at) -> text;

  String apply(String text, Value at);

  /** {@code ${NAME}} by the environment. */
  static Substitution environment(Map<String, String> environment, Problems problems) {
    Pattern reference = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
    return (text, at) ->
        reference
            .matcher(text)
            .replaceAll(
                found -> {
                  String value = environment.getOrDefault(found.group(1), "");
                  if (value.isEmpty()) {
                    problems.add(
                        at.place(),
                        "the environment variable " + found.group(1) + " is not set",
                        "export it before running pindah");
                  }
                  return Matcher.quoteReplacement(value);
                });
  }
}
