package dev.pindah.cli;

import dev.pindah.cli.config.ConfigReader;
import dev.pindah.model.Problems;
import dev.pindah.model.forecast.Range;
import dev.pindah.model.forecast.Terms;
import dev.pindah.model.schema.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Limits that stand in for those of the configuration. */
final class LimitOptions {
  @Option(
      names = "--plan",
      paramLabel = "PLAN",
      description = "plan of the target: free, growth, pro, enterprise")
  @Nullable Plan plan;

  @Option(names = "--rate", paramLabel = "RATE", description = "calls to the source, N/s or N/min")
  @Nullable String rate;

  @Option(
      names = "--budget-share",
      paramLabel = "SHARE",
      description = "part of the target's quota, 0 to 1")
  @Nullable Double share;

  @Option(names = "--without-bulk", description = "one call per record")
  boolean withoutBulk;

  @Option(names = "--helpdesk", description = "tickets go to Freshdesk")
  boolean helpdesk;

  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (share != null && !(share > 0 && share <= 1)) {
      problems.add("--budget-share takes a share above 0 and up to 1");
    }
    if (rate != null && pace(rate).isEmpty()) {
      problems.add("--rate takes a rate such as 2/s or 100/min");
    }
    return problems;
  }

  private static OptionalDouble pace(String text) {
    Problems problems = new Problems();
    double rate = ConfigReader.rate(text, problems);
    return problems.isEmpty() ? OptionalDouble.of(rate) : OptionalDouble.empty();
  }

  Terms adjusted(Terms terms) {
    Range pace = rate == null ? terms.callsPerSecond() : AccountAudit.pace(pace(rate), 0);
    return new Terms(
        pace,
        plan != null ? plan : terms.plan(),
        share != null ? share : terms.share(),
        terms.bulk() && !withoutBulk,
        terms.helpdesk() || helpdesk,
        terms.wholesale(),
        terms.without(),
        terms.pipelines());
  }
}
