package dev.pindah.cli;

import dev.pindah.journey.map.AccountView;
import dev.pindah.journey.map.CheckMapping;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.journey.map.MappingReader.Located;
import dev.pindah.journey.transform.RunExamples;
import dev.pindah.model.Gate;
import dev.pindah.model.Problems;
import dev.pindah.model.Product;
import dev.pindah.model.WaitingForPerson;
import dev.pindah.model.mapping.LeadRule;
import java.util.Optional;

/** Everything that is wrong with mapping.yaml, said at once. */
final class MapCheck {
  private final Session session;

  MapCheck(Session session) {
    this.session = session;
  }

  /** Fails with all problems: 2 when the file cannot be read as a mapping, else 3. */
  void run() {
    Problems problems = new Problems();
    Optional<Located> file =
        MappingReader.lenient(session.workspace.read(session.workspace.mappingFile()), problems);
    boolean readable = problems.isEmpty();
    file.ifPresent(found -> look(found, problems));
    if (!readable) {
      throw new UsageException(Session.lines(problems));
    }
    if (!problems.isEmpty()) {
      throw new WaitingForPerson(
          Gate.MAPPING_CONFIRMED,
          problems.list().size() + " problems in the mapping:\n" + Session.lines(problems));
    }
    session.output.say("mapping.yaml has no problems");
  }

  /** What would make a record's way fail; a confirmation says the rest as warnings. */
  void warn() {
    Problems problems = new Problems();
    MappingReader.locate(session.workspace.read(session.workspace.mappingFile()), new Problems())
        .ifPresent(found -> look(found, problems));
    problems.list().forEach(problem -> System.err.println("warning: " + problem));
  }

  private void look(Located file, Problems problems) {
    AccountView view = session.view();
    CheckMapping.check(view, file, problems);
    RunExamples examples =
        new RunExamples(
            session.inventory(Product.QONTAK),
            session.inventory(Product.FRESHSALES),
            session.config.transform());
    if (!problems.at(file.place("contact-rule"))) {
      LeadRule rule = file.mapping().leadRule();
      examples
          .run(rule)
          .forEach(
              number ->
                  problems.add(
                      file.place("contact-rule"),
                      "example "
                          + (number + 1)
                          + " of the contact rule does not become a "
                          + (rule.tests().get(number).contact() ? "contact" : "lead"),
                      "change the rule or the example"));
    }
    examples
        .run(file.mapping())
        .forEach(
            failure ->
                problems.add(
                    file.place(failure.object() + "." + failure.rule().source()),
                    "example "
                        + (failure.number() + 1)
                        + " of '"
                        + failure.rule().source()
                        + "' becomes '"
                        + failure.got()
                        + "', not '"
                        + failure.expected()
                        + "'",
                    "change the rule or the example"));
  }
}
