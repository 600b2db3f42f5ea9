package dev.pindah.journey.prepare;

import dev.pindah.connect.Heard;
import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.SourceFile;
import dev.pindah.model.Gate;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.Plan;
import dev.pindah.model.schema.ValueProfile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the checks look at.
 *
 * @param dealProfiles what the values of deals look like
 * @param answers what people answered, where they did
 * @param collisions keys that both sides have
 * @param files how many files are known, by what became of them
 * @param fileBytes bytes of the files that were fetched
 * @param automationOff {@code off} when a person passed the gate that says so
 * @param heard what the target's answers told by the way
 */
record Ground(
    Mapping mapping,
    Inventory source,
    Inventory target,
    Plan plan,
    PlanSchema.Schema schema,
    Circumstances circumstances,
    Map<String, ValueProfile> dealProfiles,
    Map<Question, String> answers,
    Collisions collisions,
    Map<SourceFile.State, Long> files,
    long fileBytes,
    Optional<String> automationOff,
    Heard heard) {

  static Ground read(
      Ledger ledger,
      Mapping mapping,
      Inventory source,
      Inventory target,
      PlanSchema.Schema schema,
      Circumstances circumstances,
      Heard heard) {
    Collisions collisions = Collisions.in(ledger);
    return ledger.read(
        tables -> {
          Map<Question, String> answers = new EnumMap<>(Question.class);
          for (Question question : Question.values()) {
            tables
                .decisions()
                .latest(question.subject())
                .map(Decision::reason)
                .ifPresent(answer -> answers.put(question, answer));
          }
          return new Ground(
              mapping,
              source,
              target,
              circumstances.plan(),
              schema,
              circumstances,
              tables.inventories().profiles(Product.QONTAK, ObjectName.DEAL.wire()),
              answers,
              collisions,
              tables.sourceFiles().counts(),
              tables.sourceFiles().bytes(),
              tables
                  .decisions()
                  .latest("gate:" + Gate.AUTOMATION_OFF.id())
                  .filter(decision -> decision.kind().equals("gate-passed"))
                  .map(decision -> "off"),
              heard);
        });
  }

  Optional<String> answer(Question question) {
    return Optional.ofNullable(answers.get(question));
  }

  /** How many records of an object the source says it has; 0 where it does not say. */
  long count(ObjectName object) {
    return source.object(object.wire()).map(known -> Math.max(0, known.count())).orElse(0L);
  }

  /** The same for all that is known. */
  long records() {
    return source.objects().stream().mapToLong(object -> Math.max(0, object.count())).sum();
  }

  List<Planned> rows() {
    return schema.rows();
  }
}
