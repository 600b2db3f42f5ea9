package dev.pindah.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** A command that works in a workspace, alone: a second process is refused. */
abstract class WorkspaceCommand implements Callable<Integer> {
  @ParentCommand Pindah root = new Pindah();

  @Override
  public final Integer call() {
    try (Session session = session()) {
      session.progress.stage(getClass().getAnnotation(Command.class).name());
      return run(session);
    }
  }

  Session session() {
    return Session.open(root);
  }

  /** Answers the exit code. */
  abstract int run(Session session);
}
