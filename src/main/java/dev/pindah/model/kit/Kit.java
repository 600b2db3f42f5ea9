package dev.pindah.model.kit;

import dev.pindah.model.flow.DocumentedFlow;
import java.util.List;
import java.util.Map;

/**
 * Everything that is handed over, but conversations and left-behind values, which are too many to
 * hold at once.
 *
 * @param facts the admin's answers about the account, by key
 */
public record Kit(
    List<DocumentedFlow> flows,
    List<Automation> automations,
    List<TriagedTemplate> templates,
    List<StaticSegment> lists,
    List<DynamicSegment> segments,
    List<RoleRow> roles,
    Dictionary dictionary,
    ChatPanel panel,
    Map<String, String> facts) {
  public Kit {
    flows = List.copyOf(flows);
    automations = List.copyOf(automations);
    templates = List.copyOf(templates);
    lists = List.copyOf(lists);
    segments = List.copyOf(segments);
    roles = List.copyOf(roles);
    facts = Map.copyOf(facts);
  }
}
