package dev.pindah.sandbox.faults;

import java.util.List;

/** A fault plan that cannot be understood, with every problem and its place. */
public final class InvalidFaultPlan extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  InvalidFaultPlan(List<String> problems) {
    super("fault plan: " + String.join("; ", problems));
  }
}
