package dev.pindah.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "cutover",
    description = {
      "The day on which people change over: freeze, last changes, sign-off.",
      "Not in this version: it says so and does nothing. 'pindah gate list' shows the gates of the"
          + " day; 'pindah extract' and 'pindah run' bring later changes over."
    })
final class CutoverCommand extends WorkspaceCommand {
  @Option(names = "--freeze", description = "check that nobody writes to the source any more")
  boolean freeze;

  @Option(names = "--delta", description = "bring over what has changed since the load")
  boolean delta;

  @Option(names = "--conflicts", description = "show what was changed on both sides")
  boolean conflicts;

  @Option(names = "--sign-off", description = "record the business sign-off; needs --by")
  boolean signOff;

  @Option(names = "--by", paramLabel = "NAME", description = "who signs off")
  String by = "";

  @Override
  int run(Session session) {
    throw new UsageException(
        "this version has no cutover yet and has done nothing; to bring later changes over run"
            + " 'pindah extract' (reads everything anew) and then 'pindah run'");
  }
}
