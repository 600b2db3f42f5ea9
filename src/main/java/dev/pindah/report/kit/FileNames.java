package dev.pindah.report.kit;

import dev.pindah.model.Fingerprint;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files out of names that customers gave: short, harmless, and each only once. */
final class FileNames {
  private static final int LONGEST = 48;
  private static final int MARK = 6;

  private final Set<String> used = new HashSet<>();

  /** Without its ending. */
  String of(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    if (plain.length() > LONGEST) {
      plain = plain.substring(0, LONGEST).replaceAll("-+$", "");
    }
    // Some systems keep names such as "con" and "nul" for themselves.
    String safe =
        plain.isEmpty() || plain.matches("con|prn|aux|nul|com\\d|lpt\\d")
            ? ("x-" + plain).replaceAll("-$", "")
            : plain;
    String unique = used.add(safe) ? safe : safe + "-" + Fingerprint.of(name).substring(0, MARK);
    for (int copy = 2; !unique.equals(safe) && !used.add(unique); copy++) {
      unique = safe + "-" + Fingerprint.of(name).substring(0, MARK) + "-" + copy;
    }
    return unique;
  }
}
