package dev.pindah.ledger;

import dev.pindah.model.TargetModule;
import java.time.Instant;
import java.util.List;

/**
 * Throw-away records on the target: table {@code canary}. The row is durable before the call goes
 * out, so that a crash leaves a trace of what may stand there.
 */
public interface Canaries {
  /**
   * One of them.
   *
   * @param name id of the invented source record, by which the target's record is found again
   * @param targetId blank while it is not known whether it stands
   */
  record Canary(String name, TargetModule module, String targetId, Instant intendedAt) {}

  void intend(String name, TargetModule module, Instant at);

  void stands(String name, String targetId);

  void gone(String name);

  /** Those that may stand on the target, newest first. */
  List<Canary> left();
}
