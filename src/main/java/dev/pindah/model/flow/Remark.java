package dev.pindah.model.flow;

import java.util.List;

/** Something to be said in the reader's language: a code of ours, and words of the customer. */
public record Remark(String code, List<String> arguments) {
  public Remark {
    arguments = List.copyOf(arguments);
  }

  public static Remark of(String code, String... arguments) {
    return new Remark(code, List.of(arguments));
  }
}
