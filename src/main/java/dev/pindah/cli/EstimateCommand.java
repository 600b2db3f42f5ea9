package dev.pindah.cli;

import dev.pindah.cli.config.Config;
import dev.pindah.cli.config.ConfigReader;
import dev.pindah.journey.discover.estimate.MakeEstimate;
import dev.pindah.journey.discover.estimate.PricingFile;
import dev.pindah.journey.discover.estimate.Work;
import dev.pindah.journey.discover.judge.Judge;
import dev.pindah.model.Problems;
import dev.pindah.model.audit.Audit;
import dev.pindah.model.forecast.Comparison;
import dev.pindah.model.forecast.Lesson;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.forecast.Volumes;
import dev.pindah.model.offer.Estimate;
import dev.pindah.model.schema.Plan;
import dev.pindah.report.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "estimate",
    description = {
      "Calls, hours, room, days of people and a price of a migration; calls nobody.",
      "From what 'discover' found, or from counts that are typed in, for which no workspace is"
          + " needed: pindah estimate --contacts 20000 --deals 5000. After a run it compares the"
          + " forecast with what was counted."
    })
final class EstimateCommand implements Callable<Integer> {
  private static final String HTML = ".html";

  @ParentCommand Pindah root = new Pindah();

  @Mixin TypedCounts counts = new TypedCounts();

  @Mixin LimitOptions limits = new LimitOptions();

  @Mixin OfferOptions offer = new OfferOptions();

  @Option(names = "--report", paramLabel = "FILE.html", description = "the estimate as a page")
  @Nullable Path report;

  @Option(
      names = "--quote",
      paramLabel = "FILE",
      description = "the quote as .pdf or .html; repeatable")
  List<Path> quotes = new ArrayList<>();

  @Option(
      names = "--pair-sheet",
      paramLabel = "FILE.html",
      description = "the sheet of Qontak and Freshsales; needs neither counts nor a workspace")
  @Nullable Path pairSheet;

  @Override
  public Integer call() {
    problems();
    boolean workspace = Files.isRegularFile(root.workspace.resolve(ConfigReader.FILE));
    if (offer.writePricing) {
      offer.write(root.workspace);
    }
    List<Path> written = new ArrayList<>();
    if (pairSheet != null) {
      written.add(EstimateFiles.pairSheet(pairSheet, offer.pricing(root.workspace), words()));
    }
    boolean nothingElse =
        !counts.any() && (offer.writePricing || (pairSheet != null && !workspace));
    if (nothingElse) {
      finish(written);
      return ExitCode.DONE;
    }
    if (counts.any()) {
      return typed(workspace, written);
    }
    if (!workspace) {
      throw new UsageException(
          "nothing is known of an account — type counts, for instance: pindah estimate --contacts"
              + " 20000 --deals 5000; or run 'pindah discover' in a workspace");
    }
    try (Session session = Session.open(root)) {
      return discovered(session, written);
    }
  }

  private Words words() {
    return Words.of(root.lang);
  }

  private void finish(List<Path> written) {
    Output output = Output.of(root);
    if (output.json()) {
      var json = Output.object();
      var files = json.putArray("files");
      written.forEach(file -> files.add(file.toString()));
      if (offer.writePricing) {
        files.add(root.workspace.resolve(PricingFile.NAME).toString());
      }
      Output.print(json);
    } else {
      written.forEach(file -> output.say("wrote " + file));
    }
  }

  /** Everything that is wrong with the options, at once. */
  private void problems() {
    List<String> problems = new ArrayList<>(counts.problems());
    problems.addAll(limits.problems());
    problems.addAll(offer.problems());
    for (Path quote : quotes) {
      String name = quote.toString().toLowerCase(Locale.ROOT);
      if (!name.endsWith(".pdf") && !name.endsWith(HTML)) {
        problems.add("--quote takes a file that ends in .pdf or .html");
      }
    }
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems));
    }
  }

  /** The configuration only lends its plan and pace; it may be unfinished. */
  private int typed(boolean workspace, List<Path> written) {
    Optional<Config> config = workspace ? config() : Optional.empty();
    Terms terms =
        limits.adjusted(
            new Terms(
                AccountAudit.pace(
                    config
                        .map(found -> found.qontak().callsPerSecond())
                        .orElse(OptionalDouble.empty()),
                    0),
                config.map(found -> found.freshsales().plan()).orElse(Plan.GROWTH),
                config.map(found -> found.freshsales().share()).orElse(0.9),
                config.map(found -> found.freshsales().bulk()).orElse(true),
                config.map(found -> found.freshdesk().isPresent()).orElse(false),
                Set.of(),
                Set.of(),
                (int) Math.max(1, TypedCounts.number(counts.pipelines))));
    Volumes volumes = counts.volumes();
    Work work =
        Work.of(
            TypedCounts.number(counts.customFields),
            Math.max(1, TypedCounts.number(counts.pipelines)),
            TypedCounts.number(counts.users),
            TypedCounts.number(counts.templates),
            TypedCounts.number(counts.chatbots),
            volumes.moving());
    ZoneId zone = config.map(found -> found.transform().zone()).orElse(ZoneId.of("Asia/Jakarta"));
    MakeEstimate maker =
        offer.maker(root.workspace, config.map(Config::migration).orElse("migration"), zone);
    Estimate estimate =
        quoted(() -> maker.of(volumes, terms, work, counts.taken(), Optional.empty()));
    written.addAll(EstimateFiles.write(estimate, report, quotes, words()));
    say(estimate, written);
    return ExitCode.DONE;
  }

  private Optional<Config> config() {
    Problems problems = new Problems();
    try {
      Optional<Config> config =
          ConfigReader.read(
              Files.readString(root.workspace.resolve(ConfigReader.FILE)),
              System.getenv(),
              problems);
      if (config.isEmpty()) {
        System.err.println(
            "pindah.yaml is not finished, so usual limits are taken; --plan and --rate set them");
      }
      return config;
    } catch (IOException unreadable) {
      throw new UsageException(ConfigReader.FILE + " cannot be read as UTF-8 text", unreadable);
    }
  }

  private int discovered(Session session, List<Path> written) {
    List<Lesson> lessons = offer.lessons();
    Audit known =
        AccountAudit.latest(session, lessons)
            .orElseThrow(
                () ->
                    new UsageException(
                        "nothing is known of the accounts yet — run 'pindah discover' first, or"
                            + " type counts, for instance --contacts 20000"));
    Terms terms = limits.adjusted(AccountAudit.terms(session, known.facts()));
    Audit audit = AccountAudit.judge(session, known.facts(), terms, lessons);
    Optional<Comparison> comparison =
        session.ledger.read(
            tables ->
                MakeEstimate.compare(tables.audits().foretold(), tables.stageCalls().actual()));
    MakeEstimate maker =
        offer.maker(root.workspace, session.config.migration(), session.config.transform().zone());
    Volumes volumes = audit.facts().volumes(Judge.existing(audit.destination()));
    LocalDate readOn =
        LocalDate.ofInstant(audit.facts().readAt(), session.config.transform().zone());
    Estimate estimate = quoted(() -> maker.of(audit, volumes, terms, readOn, comparison));
    if (comparison.isEmpty()) {
      AccountAudit.keep(session, audit);
    }
    // Apart from the reports: these go to auditors, and a price is not for them.
    Path folder = session.workspace.folder().resolve("offer");
    List<Path> all = new ArrayList<>(quotes);
    all.add(folder.resolve("quote.html"));
    all.add(folder.resolve("quote.pdf"));
    Path page = report != null ? report : folder.resolve("estimate.html");
    written.addAll(EstimateFiles.write(estimate, page, all, words()));
    comparison.ifPresent(
        made -> {
          Path file = session.workspace.makeReports().resolve(Lessons.FILE);
          session.workspace.write(file, Lessons.write(made));
          written.add(file);
        });
    say(estimate, written);
    return ExitCode.DONE;
  }

  private interface Making {
    Estimate make();
  }

  /** What the price list lacks is the user's to mend. */
  private static Estimate quoted(Making making) {
    try {
      return making.make();
    } catch (IllegalArgumentException unpriced) {
      throw new UsageException(String.valueOf(unpriced.getMessage()), unpriced);
    }
  }

  private void say(Estimate estimate, List<Path> written) {
    Output output = Output.of(root);
    if (output.json()) {
      Output.print(EstimateJson.json(estimate, written));
      return;
    }
    EstimateText.say(output, estimate);
    written.forEach(file -> output.say("wrote " + file));
  }
}
