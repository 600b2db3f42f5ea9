package dev.pindah.cli;

import dev.pindah.report.Language;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program: global options and the list of commands. */
@Command(
    name = "pindah",
    description = "Moves a company's CRM from Mekari Qontak to Freshsales.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    commandListHeading = "%nCommands, in the order of a migration:%n",
    footer = {
      "",
      "Exit codes: 0 done · 1 unexpected · 2 usage, configuration or credentials",
      "3 waiting for a person · 4 done, but some records were refused or are held",
      "5 remote side unreachable: run it again",
      "Start with: pindah demo"
    },
    subcommands = {
      DemoCommand.class,
      SandboxCommand.class,
      InitCommand.class,
      DiscoverCommand.class,
      EstimateCommand.class,
      MapCommand.class,
      MatchCommand.class,
      PrepareCommand.class,
      GateCommand.class,
      SampleCommand.class,
      ExtractCommand.class,
      TransformCommand.class,
      LoadCommand.class,
      RunCommand.class,
      ReconcileCommand.class,
      CutoverCommand.class,
      WatchCommand.class,
      RetryCommand.class,
      RollbackCommand.class,
      HandoffCommand.class,
      EvidenceCommand.class,
      ExplainCommand.class,
      StatusCommand.class,
      ConsoleCommand.class,
    })
final class Pindah implements Runnable {
  /** How results are printed. */
  enum Format {
    text,
    json
  }

  @Option(
      names = "--workspace",
      paramLabel = "DIR",
      defaultValue = ".",
      scope = ScopeType.INHERIT,
      description = "folder of the migration (default: the current folder)")
  Path workspace = Path.of(".");

  @Option(
      names = "--output",
      paramLabel = "FORMAT",
      defaultValue = "text",
      scope = ScopeType.INHERIT,
      description = "text or json; json prints one document on standard output")
  Format output = Format.text;

  @Option(
      names = "--lang",
      paramLabel = "LANG",
      defaultValue = "en",
      scope = ScopeType.INHERIT,
      description = "language of the reports: en or id")
  Language lang = Language.EN;

  final StopSignal stop = new StopSignal();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
