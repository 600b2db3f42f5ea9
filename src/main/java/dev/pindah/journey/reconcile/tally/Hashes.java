package dev.pindah.journey.reconcile.tally;

import dev.pindah.ledger.Proofs.RecordHash;
import dev.pindah.model.Fingerprint;
import dev.pindah.model.Link;
import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The canonical form of a record on both sides. What the comparison calls equal is written down the
 * same, so that equal hashes mean equal cells and links and nothing else.
 */
public final class Hashes {
  private Hashes() {}

  public static RecordHash of(Compared record) {
    TargetModule module =
        record.pair().map(pair -> pair.module()).orElse(record.candidate().module());
    return new RecordHash(
        record.candidate().key().object(),
        record.candidate().key().id(),
        module,
        record.pair().map(pair -> pair.targetId()).orElse(""),
        Fingerprint.of(meant(record)),
        record.found().map(found -> Fingerprint.of(found(record))).orElse(""));
  }

  private static ObjectNode meant(Compared record) {
    ObjectNode canonical = JsonMapper.shared().createObjectNode();
    canonical.set("attributes", record.meant());
    ObjectNode links = canonical.putObject("links");
    record.links().forEach((role, ids) -> list(links.putArray(FanOuts.key(role)), ids));
    return canonical;
  }

  private static ObjectNode found(Compared record) {
    ObjectNode canonical = JsonMapper.shared().createObjectNode();
    ObjectNode attributes = canonical.putObject("attributes");
    Compared.Standing standing = record.standing();
    record
        .meant()
        .propertyStream()
        .forEach(
            member -> {
              JsonNode stands = standing.attribute(member.getKey());
              boolean same = !record.lost().contains(member.getKey());
              if (same) {
                attributes.set(member.getKey(), member.getValue());
              } else if (!stands.isMissingNode()) {
                attributes.set(member.getKey(), stands);
              }
            });
    ObjectNode links = canonical.putObject("links");
    for (Link.Role role : record.links().keySet()) {
      List<String> ids = record.links().getOrDefault(role, List.of());
      List<String> there =
          record.found().orElseThrow().keys().getOrDefault(FanOuts.key(role), List.of());
      list(links.putArray(FanOuts.key(role)), there.containsAll(ids) ? ids : there);
    }
    return canonical;
  }

  private static void list(ArrayNode array, List<String> ids) {
    new TreeSet<>(ids).forEach(array::add);
  }
}
