package dev.pindah.cli;

import dev.pindah.cli.config.ConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
    name = "init",
    description = {
      "Writes a pindah.yaml to fill in, into the workspace.",
      "Secrets stay outside of it: ${NAME} is replaced from the environment."
    })
final class InitCommand implements Callable<Integer> {
  private static final String TEMPLATE =
      """
      # One migration. ${NAME} is replaced from the environment, so that no secret lies in a file.
      migration: my-migration
      time-zone: Asia/Jakarta                     # of the Qontak account
      source:
        qontak:
          base-url: https://api.mekari.com
          auth: hmac                              # hmac | oauth-password | bearer
          client-id: ${QONTAK_CLIENT_ID}          # Mekari developer console
          client-secret: ${QONTAK_CLIENT_SECRET}
          acting-user: ${QONTAK_SSO_ID}           # SSO id of the user whose rights count
          rate: 2/s
          # files: exports                        # chatbot flows and the questionnaire of an admin
      destination:
        freshsales:
          base-url: https://example.myfreshworks.com   # alias, host or URL
          plan: growth                            # free | growth | pro | enterprise
          api-key: ${FRESHSALES_API_KEY}          # Profile settings > API settings
          budget-share: 0.9                       # the rest of the quota is left to your users
          contacts-without-email: hold            # hold | placeholder | skip
      ledger: pindah.db
      """;

  @ParentCommand Pindah root = new Pindah();

  @Override
  public Integer call() {
    Path file = root.workspace.resolve(ConfigReader.FILE);
    if (Files.exists(file)) {
      throw new UsageException(file + " exists already; edit it, or choose another --workspace");
    }
    try {
      Files.createDirectories(root.workspace);
      Files.writeString(file, TEMPLATE);
    } catch (IOException unwritable) {
      throw new UsageException(file + " cannot be written; check the rights", unwritable);
    }
    Output output = Output.of(root);
    if (output.json()) {
      Output.print(Output.object().put("config", file.toString()));
    } else {
      output.say("wrote " + file);
      output.say("next: fill it in, set the variables it names, then: pindah discover");
    }
    return ExitCode.DONE;
  }
}
