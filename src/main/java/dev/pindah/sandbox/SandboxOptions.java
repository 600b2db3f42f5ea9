package dev.pindah.sandbox;

import dev.pindah.sandbox.core.Plan;
import dev.pindah.sandbox.core.Size;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a sandbox is started.
 *
 * @param port of Qontak; Freshsales and Freshdesk take the two after it; 0 for free ones
 * @param seed of the seeded company and of every rate in a fault plan
 * @param size of the seeded company
 * @param speed how much faster than real the simulated clock runs
 * @param plan of the target accounts
 * @param faults a fault plan as YAML or JSON, "" for none
 * @param switches settings of switches, by name; an unknown one is an error at the start
 */
public record SandboxOptions(
    int port,
    long seed,
    Size size,
    double speed,
    Plan plan,
    String faults,
    Map<String, String> switches) {

  public SandboxOptions {
    if (port < 0 || port > 65533) {
      throw new IllegalArgumentException("port must be 0 or leave room for three: " + port);
    }
    if (!(speed > 0)) {
      throw new IllegalArgumentException("speed must be above 0, not " + speed);
    }
    switches = Collections.unmodifiableMap(new TreeMap<>(switches));
  }

  /** Free ports, the tiny company, real time, a growth plan, no faults. */
  public static SandboxOptions standard() {
    return new SandboxOptions(0, 2026, Size.TINY, 1, Plan.GROWTH, "", Map.of());
  }

  public SandboxOptions withPort(int newPort) {
    return new SandboxOptions(newPort, seed, size, speed, plan, faults, switches);
  }

  public SandboxOptions withSeed(long newSeed) {
    return new SandboxOptions(port, newSeed, size, speed, plan, faults, switches);
  }

  public SandboxOptions withSize(Size newSize) {
    return new SandboxOptions(port, seed, newSize, speed, plan, faults, switches);
  }

  public SandboxOptions withSpeed(double newSpeed) {
    return new SandboxOptions(port, seed, size, newSpeed, plan, faults, switches);
  }

  public SandboxOptions withPlan(Plan newPlan) {
    return new SandboxOptions(port, seed, size, speed, newPlan, faults, switches);
  }

  public SandboxOptions withFaults(String newFaults) {
    return new SandboxOptions(port, seed, size, speed, plan, newFaults, switches);
  }

  public SandboxOptions withSwitch(String name, String value) {
    Map<String, String> more = new TreeMap<>(switches);
    more.put(name, value);
    return new SandboxOptions(port, seed, size, speed, plan, faults, more);
  }
}
