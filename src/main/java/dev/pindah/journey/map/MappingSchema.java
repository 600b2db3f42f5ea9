package dev.pindah.journey.map;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of {@code mapping.yaml}, by which editors complete and check. */
public final class MappingSchema {
  /** Its name beside the mapping file. */
  public static final String FILE = "mapping.schema.json";

  private MappingSchema() {}

  public static String text() {
    try (InputStream file = MappingSchema.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing from the build");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
