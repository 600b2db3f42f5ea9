package dev.pindah.journey.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pindah.model.ObjectName;
import dev.pindah.model.TargetModule;
import dev.pindah.model.mapping.Decision;
import dev.pindah.model.mapping.FieldRule;
import dev.pindah.model.mapping.NewField;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.mapping.Transform;
import dev.pindah.model.schema.FieldType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A new field of both products is one field. */
class ShareFieldsTest {
  @Test
  void itHasOneSpellingOneTypeAndOneSetOfOptions() {
    assertThat(
            shared(
                made("Kanal", FieldType.DROPDOWN, Transform.VALUE, "WhatsApp", "Telepon"),
                made("kanal ", FieldType.DROPDOWN, Transform.VALUE, "telepon", "Instagram")))
        .containsExactly(
            "Kanal dropdown [WhatsApp, Telepon, Instagram] by value",
            "Kanal dropdown [WhatsApp, Telepon, Instagram] by value");
    assertThat(
            shared(
                made("Prioritas", FieldType.NUMBER, Transform.NUMBER),
                made("Prioritas", FieldType.DROPDOWN, Transform.VALUE, "Tinggi")))
        .containsExactly("Prioritas text [] by text", "Prioritas text [] by value");
    assertThat(
            shared(
                made("Setuju", FieldType.CHECKBOX, Transform.CHECKBOX),
                made("Setuju", FieldType.TEXTAREA, Transform.TEXT)))
        .containsExactly("Setuju textarea [] by text", "Setuju textarea [] by text");
  }

  @Test
  void whatOnlyOneProductCanHoldStaysThere() {
    assertThat(
            shared(
                made("Minat", FieldType.MULTI_SELECT_DROPDOWN, Transform.VALUES, "A"),
                made("Minat", FieldType.TEXT, Transform.VALUES)))
        .containsExactly("Minat multi_select_dropdown [A] by values", "Minat text [] by values");
    assertThat(
            shared(
                made("Dibuat", FieldType.DATE_TIME, Transform.DATE_TIME),
                made("Dibuat", FieldType.DATE, Transform.DATE)))
        .containsExactly("Dibuat date_time [] by date-time", "Dibuat date [] by date");
  }

  private static List<String> shared(FieldRule contact, FieldRule ticket) {
    return ShareFields.in(
            List.of(
                new ObjectMapping(ObjectName.CONTACT, TargetModule.CONTACTS, List.of(contact)),
                new ObjectMapping(ObjectName.TICKET, TargetModule.TICKETS, List.of(ticket))))
        .stream()
        .flatMap(object -> object.fields().stream())
        .map(ShareFieldsTest::words)
        .toList();
  }

  private static String words(FieldRule rule) {
    NewField field = rule.create().orElseThrow();
    return field.label()
        + " "
        + field.type().wire()
        + " "
        + field.choices()
        + " by "
        + rule.transform().wire();
  }

  private static FieldRule made(
      String label, FieldType type, Transform transform, String... choices) {
    return new FieldRule(
        label,
        label,
        Decision.CREATE,
        "",
        Optional.of(new NewField(label, type, List.of(choices))),
        transform,
        List.of(),
        1,
        "");
  }
}
