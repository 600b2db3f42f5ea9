package dev.pindah.journey.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.model.row.SourceValue;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
  private static final FieldSchema COLOURS =
      new FieldSchema(
          "9",
          "warna",
          "warna",
          "Warna",
          FieldType.MULTI_SELECT_DROPDOWN,
          true,
          false,
          List.of(new Choice("435", "Merah"), new Choice("436", "Biru, tua")));

  private static List<String> labels(List<String> values, List<String> labels) {
    return Values.labels(new SourceValue(values, labels), COLOURS);
  }

  @Test
  void severalChoicesComeInSeveralForms() {
    assertThat(labels(List.of("435,436"), List.of("Merah", "Biru, tua")))
        .as("as documented")
        .containsExactly("Merah", "Biru, tua");
    assertThat(labels(List.of("435,436"), List.of())).containsExactly("Merah", "Biru, tua");
    assertThat(labels(List.of("435, 436"), List.of("Merah, Biru, tua")))
        .as("labels joined in one text")
        .containsExactly("Merah", "Biru, tua");
    assertThat(labels(List.of("435,999"), List.of("Merah, Putih")))
        .as("one option was removed since")
        .containsExactly("Merah", "Putih");
    assertThat(labels(List.of("435,999"), List.of())).containsExactly("Merah", "999");
    assertThat(labels(List.of(), List.of("Merah"))).containsExactly("Merah");
    assertThat(labels(List.of("436"), List.of("Biru, tua"))).containsExactly("Biru, tua");
  }
}
