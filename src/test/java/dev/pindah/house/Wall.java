package dev.pindah.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.List;

/**
 * Who may know whom.
 *
 * @param room package below {@code dev.pindah}, with everything inside it
 * @param knows packages below {@code dev.pindah} that it may use beside itself
 */
record Wall(String room, List<String> knows) {
  static final String ROOT = "dev.pindah.";

  static Wall of(String room, String... knows) {
    return new Wall(room, List.of(knows));
  }

  /** Own classes of rooms that are not open to this one must not be used. */
  ArchRule rule() {
    return noClasses()
        .that()
        .resideInAnyPackage(ROOT + room, ROOT + room + "..")
        .should()
        .dependOnClassesThat(closed())
        .as(room + " knows only " + knows)
        .allowEmptyShould(true);
  }

  private DescribedPredicate<JavaClass> closed() {
    return DescribedPredicate.describe(
        "are behind the wall",
        other ->
            other.getPackageName().startsWith(ROOT)
                && !inside(other, room)
                && knows.stream().noneMatch(open -> inside(other, open)));
  }

  private static boolean inside(JavaClass other, String room) {
    return Arrays.asList(ROOT + room).stream()
        .anyMatch(
            name ->
                other.getPackageName().equals(name)
                    || other.getPackageName().startsWith(name + "."));
  }
}
