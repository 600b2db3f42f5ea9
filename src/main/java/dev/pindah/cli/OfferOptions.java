package dev.pindah.cli;

import dev.pindah.journey.discover.estimate.MakeEstimate;
import dev.pindah.journey.discover.estimate.Pricing;
import dev.pindah.journey.discover.estimate.PricingFile;
import dev.pindah.model.Problems;
import dev.pindah.model.forecast.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For whom, at which prices, and what earlier migrations taught. */
final class OfferOptions {
  @Option(
      names = "--currency",
      paramLabel = "CODE",
      description = "of the quote; the price list needs a rate for it")
  @Nullable String currency;

  @Option(
      names = "--for",
      paramLabel = "NAME",
      description = "customer on the quote (default: name of the migration)")
  @Nullable String customer;

  @Option(
      names = "--pricing",
      paramLabel = "FILE",
      description =
          "price list (default: pricing.yaml of the workspace, else the one that comes with the"
              + " program)")
  @Nullable Path pricing;

  @Option(
      names = "--write-pricing",
      description =
          "writes the price list that comes with the program as pricing.yaml into the workspace, to"
              + " be changed")
  boolean writePricing;

  @Option(
      names = "--learn",
      paramLabel = "FILE",
      description = "forecast-vs-actual.json of an earlier migration")
  @Nullable Path learn;

  private final Clock clock = Clock.systemUTC();

  List<String> problems() {
    return currency != null && !currency.matches("[A-Z]{3}")
        ? List.of("--currency takes three capital letters, for instance IDR")
        : List.of();
  }

  void write(Path workspace) {
    Path file = workspace.resolve(PricingFile.NAME);
    if (Files.exists(file)) {
      throw new UsageException(file + " exists already; edit it");
    }
    try {
      Files.createDirectories(workspace);
      Files.writeString(file, PricingFile.shipped());
    } catch (IOException unwritable) {
      throw new UsageException(file + " cannot be written; check the rights", unwritable);
    }
  }

  Pricing pricing(Path workspace) {
    Path own = workspace.resolve(PricingFile.NAME);
    Path file = pricing != null ? pricing : own;
    boolean shipped = pricing == null && !Files.exists(own);
    try {
      String text = shipped ? PricingFile.shipped() : Files.readString(file);
      Problems problems = new Problems();
      return PricingFile.read(text, problems)
          .orElseThrow(() -> new UsageException(Session.lines(problems)));
    } catch (IOException unreadable) {
      throw new UsageException("the price list " + file + " cannot be read", unreadable);
    }
  }

  List<Lesson> lessons() {
    return learn == null ? List.of() : Lessons.read(learn);
  }

  MakeEstimate maker(Path workspace, String migration, ZoneId zone) {
    Pricing list = pricing(workspace);
    return new MakeEstimate(
        list,
        customer != null ? customer : migration,
        currency != null ? currency : list.currency(),
        LocalDate.ofInstant(clock.instant(), zone),
        lessons());
  }
}
