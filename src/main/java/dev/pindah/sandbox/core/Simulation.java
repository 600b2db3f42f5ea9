package dev.pindah.sandbox.core;

import dev.pindah.sandbox.faults.FaultPlan;
import dev.pindah.sandbox.wire.RequestLog;
import java.nio.file.Path;

/**
 * What every product is given.
 *
 * @param workspace a folder for rows kept on disk; gone when the sandbox closes
 */
public record Simulation(
    long seed,
    Size size,
    Plan plan,
    SandboxClock clock,
    Switches switches,
    FaultPlan faults,
    RequestLog log,
    Path workspace) {}
