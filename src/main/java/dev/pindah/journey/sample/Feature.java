package dev.pindah.journey.sample;

/**
 * Something that a sample should show at least once.
 *
 * @param kind object, field, stage, owner, list, file type or quirk
 * @param id tells two features of a kind apart
 * @param name for people
 */
public record Feature(String kind, String id, String name) implements Comparable<Feature> {
  static final String OBJECT = "object";
  static final String FIELD = "field";
  static final String STAGE = "stage";
  static final String OWNER = "owner";
  static final String LIST = "list";
  static final String FILE_TYPE = "file type";
  static final String QUIRK = "quirk";

  @Override
  public boolean equals(Object other) {
    return other instanceof Feature feature && kind.equals(feature.kind) && id.equals(feature.id);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + id.hashCode();
  }

  @Override
  public int compareTo(Feature other) {
    int kinds = kind.compareTo(other.kind);
    return kinds != 0 ? kinds : id.compareTo(other.id);
  }
}
