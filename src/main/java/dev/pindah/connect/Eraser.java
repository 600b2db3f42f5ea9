package dev.pindah.connect;

import dev.pindah.model.TargetModule;

/** Removes records of the destination: for rollback only. */
public interface Eraser {
  /** Ok also when the record was already gone. */
  Reply<Boolean> delete(TargetModule module, String id);
}
