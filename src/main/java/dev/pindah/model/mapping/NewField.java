package dev.pindah.model.mapping;

import dev.pindah.model.schema.FieldType;
import java.util.List;

/** A custom field that the target shall get. */
public record NewField(String label, FieldType type, List<String> choices) {
  public NewField {
    choices = List.copyOf(choices);
  }
}
