package dev.pindah.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** A command that works in a workspace, alone: a second process is refused. */
abstract class WorkspaceCommand implements Callable<Integer> {
  /** The session of the process that carries out wishes of the console, which holds the lock. */
  static final ScopedValue<Session> OPEN = ScopedValue.newInstance();

  @ParentCommand Pindah root = new Pindah();

  @Override
  public final Integer call() {
    if (OPEN.isBound()) {
      return run(OPEN.get());
    }
    try (Session session = Session.open(root)) {
      session.progress.stage(getClass().getAnnotation(Command.class).name());
      return run(session);
    }
  }

  /** Answers the exit code. */
  abstract int run(Session session);
}
