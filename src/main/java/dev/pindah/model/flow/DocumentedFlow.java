package dev.pindah.model.flow;

import java.util.List;

/**
 * A flow with everything that is said of it.
 *
 * @param talks conversations that between them take every way that can be reached
 * @param untried ways that no conversation takes, since there would be too many
 * @param notes how to rebuild it
 */
public record DocumentedFlow(
    Flow flow, List<FlowFinding> findings, List<Talk> talks, int untried, List<Remark> notes) {
  public DocumentedFlow {
    findings = List.copyOf(findings);
    talks = List.copyOf(talks);
    notes = List.copyOf(notes);
  }

  public long faults() {
    return findings.stream().filter(finding -> finding.kind().fault()).count();
  }
}
