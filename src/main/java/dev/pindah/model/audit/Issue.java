package dev.pindah.model.audit;

import java.util.List;

/**
 * Something wrong with the data.
 *
 * @param code for instance duplicate-email
 * @param records that have it, among those looked at
 * @param looked records that were looked at
 * @param examples ids of a few
 */
public record Issue(String code, String object, long records, long looked, List<String> examples) {
  public Issue {
    examples = List.copyOf(examples);
  }

  public double share() {
    return looked == 0 ? 0 : (double) records / looked;
  }
}
