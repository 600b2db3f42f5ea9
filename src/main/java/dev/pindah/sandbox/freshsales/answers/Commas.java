package dev.pindah.sandbox.freshsales.answers;

import java.util.Arrays;
import java.util.List;

/** Comma-joined query values. */
public final class Commas {

  private Commas() {}

  public static List<String> split(String joined) {
    return Arrays.stream(joined.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
