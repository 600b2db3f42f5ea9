package dev.pindah.model.schema;

import java.util.List;
import java.util.Optional;

/** A pick list that stands beside the fields: statuses, sources, reasons, currencies. */
public record Vocabulary(String name, List<Term> terms) {
  /** Name of the one that lists the helpdesk's agents: their ids by e-mail. */
  public static final String AGENTS = "agents";

  public Vocabulary {
    terms = List.copyOf(terms);
  }

  public Optional<Term> labelled(String label) {
    return terms.stream()
        .filter(term -> term.label().strip().equalsIgnoreCase(label.strip()))
        .findFirst();
  }

  /**
   * One entry.
   *
   * @param parent id of the entry it belongs to in another vocabulary (a contact status belongs to
   *     a lifecycle stage); blank for none
   */
  public record Term(String id, String label, String parent) {}
}
