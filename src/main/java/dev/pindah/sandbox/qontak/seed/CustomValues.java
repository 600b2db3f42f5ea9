package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Values of added fields, with each type's own forms for filled and for empty. */
final class CustomValues {

  private final Dice dice;
  private final Media media;

  CustomValues(Dice dice, Media media) {
    this.dice = dice;
    this.media = media;
  }

  /** All configured fields of a record, filled or not. */
  ArrayNode of(String table, long index, List<Field> fields) {
    ArrayNode items = Json.array();
    for (Field field : fields) {
      ObjectNode item = items.addObject();
      item.put("id", field.id());
      item.put("name", field.name());
      long fall = index * 131 + field.id() % 1_000;
      boolean filled = !field.options().isEmpty() || !field.isSelect();
      if (filled && dice.percent(table + field.id(), index, percent(field))) {
        fill(item, field, table + field.id(), index, fall);
      } else {
        leaveEmpty(item, field, fall);
      }
    }
    return items;
  }

  private int percent(Field field) {
    return switch (field.type()) {
      case Field.UPLOAD, Field.PHOTO, Field.SIGNATURE -> media.filled();
      default -> 60;
    };
  }

  private void fill(ObjectNode item, Field field, String salt, long index, long fall) {
    switch (field.type()) {
      case Field.SELECT -> select(item, field, salt, index);
      case Field.MULTIPLE -> multiple(item, field, salt, index);
      case Field.NUMBER -> number(item, salt, index, fall);
      case Field.PERCENT ->
          both(item, dice.below(salt, index, 100) + (fall % 2 == 0 ? ".5" : ".0"));
      case Field.URL -> both(item, "https://contoh.example/" + dice.below(salt, index, 9000));
      case Field.DATE -> both(item, date(salt, index, fall));
      case Field.DATE_TIME ->
          both(item, Times.crm(Times.FROZEN.minusSeconds(dice.below(salt, index, 50_000_000))));
      case Field.UPLOAD ->
          both(item, media.link("crm", dice.uuid(salt, index), Media.document(index)));
      case Field.PHOTO, Field.SIGNATURE ->
          both(item, media.link("photo", dice.uuid(salt, index), Media.picture(index)));
      case Field.GPS -> position(item, salt, index);
      case Field.CHECKLIST -> both(item, checklist(salt, index));
      case Field.AREA -> both(item, Texts.free(dice, salt, index));
      default -> text(item, field, salt, index, fall);
    }
  }

  private static void leaveEmpty(ObjectNode item, Field field, long fall) {
    switch (field.type()) {
      case Field.SELECT -> pair(item, fall % 2 == 0 ? "" : null, null);
      case Field.MULTIPLE -> {
        if (fall % 2 == 0) {
          item.put("value", "").putArray("value_name");
        } else {
          pair(item, null, null);
        }
      }
      case Field.PERCENT -> both(item, "0.0");
      case Field.UPLOAD -> pair(item, null, null);
      case Field.PHOTO, Field.SIGNATURE -> pair(item, null, "");
      case Field.TEXT, Field.AREA, Field.URL -> {
        switch ((int) (fall % 3)) {
          case 0 -> both(item, "");
          case 1 -> pair(item, null, null);
          default -> both(item, " ");
        }
      }
      default -> both(item, "");
    }
    if (field.type().equals(Field.GPS)) {
      item.put("long", "").put("lat", "");
    }
  }

  private void text(ObjectNode item, Field field, String salt, long index, long fall) {
    String text =
        field.name().startsWith("npwp")
            ? "00.000.%03d.0-%03d.000".formatted(index % 1000, index / 1000 % 1000)
            : field.name().equals("product_code")
                ? "SKU-%05d".formatted(index)
                : Texts.free(dice, salt, index);
    if (fall % 11 == 4) {
      pair(item, fall % 2 == 0 ? null : "", text);
    } else {
      both(item, text);
    }
  }

  private void select(ObjectNode item, Field field, String salt, long index) {
    Option option = dice.of(salt + "-option", index, field.options());
    pair(item, String.valueOf(option.id()), option.name());
  }

  private void multiple(ObjectNode item, Field field, String salt, long index) {
    int first = dice.below(salt + "-first", index, field.options().size());
    int last = Math.min(field.options().size(), first + 1 + dice.below(salt + "-more", index, 3));
    List<Option> chosen = field.options().subList(first, last);
    item.put(
        "value",
        chosen.stream()
            .map(option -> String.valueOf(option.id()))
            .collect(Collectors.joining(",")));
    ArrayNode labels = item.putArray("value_name");
    chosen.forEach(option -> labels.add(option.name()));
  }

  private void number(ObjectNode item, String salt, long index, long fall) {
    int number = dice.below(salt, index, 1000);
    if (fall % 5 == 0) {
      item.put("value", number).putNull("value_name");
    } else {
      both(item, String.valueOf(number));
    }
  }

  private String date(String salt, long index, long fall) {
    LocalDate date = LocalDate.of(2015, 1, 1).plusDays(dice.below(salt, index, 4000));
    return switch ((int) (fall % 4)) {
      case 0 ->
          "%02d/%02d/%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
      case 1 ->
          "%02d-%02d-%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
      case 2 -> date.toString();
      default -> date + "T00:00:00.000+07:00";
    };
  }

  private void position(ObjectNode item, String salt, long index) {
    String latitude =
        "-%d.%04d".formatted(1 + dice.below(salt, index, 8), dice.below(salt + "y", index, 9999));
    String longitude =
        "%d.%04d".formatted(96 + dice.below(salt + "x", index, 44), dice.below(salt, index, 9999));
    both(item, latitude + "," + longitude);
    item.put("long", longitude).put("lat", latitude);
  }

  private String checklist(String salt, long index) {
    ObjectNode list = Json.object();
    ArrayNode details = list.putArray("checklist_details_attributes");
    for (int i = 0; i < 3; i++) {
      details
          .addObject()
          .put("crm_additional_option_id", 3_700_000 + i)
          .put("name", List.of("KTP", "NPWP", "Surat kuasa").get(i))
          .put("completed", dice.percent(salt + i, index, 50))
          .putNull("due_date")
          .putNull("checklist_due_time")
          .put("reminder", false)
          .putArray("user_ids");
    }
    return Json.text(list);
  }

  private static void both(ObjectNode item, String text) {
    pair(item, text, text);
  }

  private static void pair(ObjectNode item, @Nullable String value, @Nullable String name) {
    item.put("value", value).put("value_name", name);
  }
}
