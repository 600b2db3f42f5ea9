package dev.pindah.cli;

import dev.pindah.journey.discover.judge.Judge;
import dev.pindah.journey.extract.Extract;
import dev.pindah.journey.handoff.flow.ReadFlows;
import dev.pindah.journey.map.AccountView;
import dev.pindah.journey.map.MappingReader;
import dev.pindah.journey.map.Propose;
import dev.pindah.ledger.Audits.Foretold;
import dev.pindah.model.Problems;
import dev.pindah.model.Product;
import dev.pindah.model.audit.Audit;
import dev.pindah.model.audit.Facts;
import dev.pindah.model.audit.FlowFacts;
import dev.pindah.model.forecast.Lesson;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.mapping.Mapping;
import dev.pindah.model.mapping.ObjectMapping;
import dev.pindah.model.schema.Plan;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The audit of a workspace, from what its ledger holds. */
final class AccountAudit {
  /** Part of a set pace that is surely reached. */
  private static final double SURE = 0.8;

  private AccountAudit() {}

  static Optional<Audit> latest(Session session, List<Lesson> lessons) {
    return session
        .ledger
        .read(tables -> tables.audits().latest())
        .map(facts -> judge(session, facts, terms(session, facts), lessons));
  }

  static Audit judge(Session session, Facts facts, Terms terms, List<Lesson> lessons) {
    return Judge.audit(
        facts,
        session.inventory(Product.QONTAK),
        session.inventory(Product.FRESHSALES),
        mapping(session),
        terms,
        flows(session),
        lessons,
        session.ledger);
  }

  /** Chatbot flows as far as their files can be read; handoff says what is wrong with one. */
  private static List<FlowFacts> flows(Session session) {
    return ReadFlows.read(session.ledger, new Problems()).stream()
        .map(
            known ->
                new FlowFacts(
                    known.flow().name(),
                    known.flow().steps().size(),
                    known.flow().keywords(),
                    known.flow().channels(),
                    known.faults(),
                    known.flow().origin()))
        .toList();
  }

  /** As it stands, or as it would be proposed if the plan had room for everything. */
  private static List<ObjectMapping> mapping(Session session) {
    if (Files.exists(session.workspace.mappingFile())) {
      Optional<Mapping> file =
          MappingReader.read(
              session.workspace.read(session.workspace.mappingFile()), new Problems());
      if (file.isPresent()) {
        return file.get().objects();
      }
    }
    AccountView view = session.view();
    AccountView roomy =
        new AccountView(view.source(), view.destination(), view.profiles(), Plan.ENTERPRISE);
    return Propose.propose(session.config.migration(), roomy).mapping().objects();
  }

  static Terms terms(Session session, Facts facts) {
    return new Terms(
        pace(session.config.qontak().callsPerSecond(), facts.callsPerSecond()),
        session.config.freshsales().plan(),
        session.config.freshsales().share(),
        session.config.freshsales().bulk(),
        session.config.freshdesk().isPresent(),
        facts.wholesale(),
        Extract.leftOut(session.ledger),
        session.inventory(Product.QONTAK).pipelines().size());
  }

  /** As it is set, else as the source bore it. */
  static Range pace(OptionalDouble set, double seen) {
    if (set.isPresent()) {
      double rate = set.getAsDouble();
      return Range.of(SURE * rate, rate, rate);
    }
    double likely = seen > 0 ? seen : Terms.USUAL_PACE.likely();
    return Range.of(
        Math.min(Terms.USUAL_PACE.low(), likely),
        likely,
        Math.max(Terms.USUAL_PACE.high(), likely));
  }

  /** Keeps what was foretold, to be compared with what happens. */
  static void keep(Session session, Audit audit) {
    session.ledger.record(
        tables -> tables.audits().save(new Foretold(session.clock.instant(), audit.forecast())));
  }
}
