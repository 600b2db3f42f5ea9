package dev.pindah.model.audit;

import java.util.List;

/**
 * A chatbot flow that lies in the imported files; no API lists flows.
 *
 * @param steps how many it has
 * @param faults ways that lead nowhere, loops without an end and the like
 * @param origin the file it was read from
 */
public record FlowFacts(
    String name,
    int steps,
    List<String> keywords,
    List<String> channels,
    long faults,
    String origin) {
  public FlowFacts {
    keywords = List.copyOf(keywords);
    channels = List.copyOf(channels);
  }
}
