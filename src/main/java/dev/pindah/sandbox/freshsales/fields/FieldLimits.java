package dev.pindah.sandbox.freshsales.fields;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.Unacceptable;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many custom fields of each kind a plan holds per module (facts, section 5.7). */
final class FieldLimits {

  private static final int CHOICES = 300;
  private static final int OF_ACTIVITIES = 5;

  private enum Group {
    TEXT,
    CHOICE,
    AREA,
    MULTI,
    NUMBER,
    CHECKBOX,
    DATE,
    LOOKUP
  }

  private final int total;
  private final Map<Group, Integer> each = new EnumMap<>(Group.class);

  FieldLimits(Plan plan) {
    switch (plan) {
      case FREE -> total = 0;
      case GROWTH -> {
        total = 150;
        limits(20, 30, 5, 5, 30, 0);
      }
      case PRO -> {
        total = 250;
        limits(30, 40, 10, 10, 50, 10);
      }
      case ENTERPRISE -> {
        total = 630;
        limits(70, 250, 20, 30, 70, 50);
      }
      default -> throw new IllegalArgumentException("no limits for " + plan);
    }
  }

  private void limits(int text, int choice, int area, int multi, int others, int lookup) {
    each.put(Group.TEXT, text);
    each.put(Group.CHOICE, choice);
    each.put(Group.AREA, area);
    each.put(Group.MULTI, multi);
    each.put(Group.NUMBER, others);
    each.put(Group.CHECKBOX, others);
    each.put(Group.DATE, others);
    each.put(Group.LOOKUP, lookup);
  }

  /** Refuses a new field of that type beside the custom fields that are there. */
  void check(Kind kind, FieldType type, Collection<Field> custom) {
    if (custom.size() >= total) {
      throw new Unacceptable("the plan holds " + total + " custom fields of " + kind.path());
    }
    Group group = group(type);
    int most =
        kind == Kind.ACTIVITY
            ? Math.min(OF_ACTIVITIES, each.getOrDefault(group, 0))
            : each.getOrDefault(group, 0);
    long there = custom.stream().filter(field -> group(field.type()) == group).count();
    if (there >= most) {
      throw new Unacceptable(
          "the plan holds " + most + " fields like " + type.shown() + " of " + kind.path());
    }
  }

  static void checkChoices(int count) {
    if (count > CHOICES) {
      throw new Unacceptable("a field holds " + CHOICES + " choices");
    }
  }

  private static Group group(FieldType type) {
    return switch (type) {
      case TEXT, GROUP_FIELD -> Group.TEXT;
      case TEXTAREA -> Group.AREA;
      case NUMBER, DECIMAL -> Group.NUMBER;
      case DROPDOWN, RADIO -> Group.CHOICE;
      case MULTI_SELECT_DROPDOWN -> Group.MULTI;
      case CHECKBOX -> Group.CHECKBOX;
      case DATE, DATE_TIME -> Group.DATE;
      case AUTO_COMPLETE -> Group.LOOKUP;
    };
  }
}
