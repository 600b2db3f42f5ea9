package dev.pindah.journey.transform;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What makes an account whole: a name, and one that no other account has. */
final class CompanyRules {
  private final Map<String, String> names = new HashMap<>();

  void finish(Draft draft) {
    String name = draft.attribute("name").asString("").strip();
    if (name.isEmpty()) {
      draft.hold("no-name: the target takes no account without a name");
      return;
    }
    String folded = name.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    String first = names.putIfAbsent(folded, draft.key.id());
    if (first != null) {
      draft.hold("duplicate-name: company " + first + " has the same name");
    }
  }
}
