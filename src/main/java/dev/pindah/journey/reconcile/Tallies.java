package dev.pindah.journey.reconcile;

import dev.pindah.journey.reconcile.tally.Aggregates;
import dev.pindah.journey.reconcile.tally.Compared;
import dev.pindah.journey.reconcile.tally.Deals;
import dev.pindah.journey.reconcile.tally.Draw;
import dev.pindah.journey.reconcile.tally.Extras;
import dev.pindah.journey.reconcile.tally.FanOuts;
import dev.pindah.journey.reconcile.tally.FilesHeld;
import dev.pindah.journey.reconcile.tally.Hashes;
import dev.pindah.journey.reconcile.tally.Shares;
import dev.pindah.journey.reconcile.tally.SourceCells;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Mappings.Confirmed;
import dev.pindah.ledger.Proofs.RecordHash;
import dev.pindah.ledger.Tables;
import dev.pindah.model.Candidate;
import dev.pindah.model.Kept;
import dev.pindah.model.MerkleTree;
import dev.pindah.model.ObjectName;
import dev.pindah.model.Product;
import dev.pindah.model.proof.Root;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that is added up in the one pass over all records. */
final class Tallies {
  private static final class Leaf {
    private final String id;
    private final byte[] meant;
    private final byte[] found;

    private Leaf(RecordHash hash) {
      id = hash.id();
      meant = MerkleTree.leaf(hash.id(), hash.meant());
      found = MerkleTree.leaf(hash.id(), hash.found());
    }
  }

  final CellBooks cells = new CellBooks();
  final SourceCells sourceCells = new SourceCells();
  final Shares shares = new Shares();
  final FanOuts fanOuts = new FanOuts();
  final FilesHeld files = new FilesHeld();
  final Aggregates aggregates = new Aggregates();
  final Extras extras;
  final Deals deals;
  final Draw draw;
  private final Map<ObjectName, List<Leaf>> leaves = new EnumMap<>(ObjectName.class);

  Tallies(Ledger ledger) {
    this.extras = new Extras(new Kept(ledger.read(tables -> tables.keptCells().all())));
    this.deals = new Deals(ledger.read(tables -> tables.inventories().latest(Product.FRESHSALES)));
    this.draw =
        new Draw(
            ledger
                .read(tables -> tables.mappings().latest())
                .map(Confirmed::fileHash)
                .orElse("unmapped"));
  }

  /** Adds a record; answers its hash when it stands on the target or should. */
  List<RecordHash> add(Compared record, Tables tables) {
    cells.add(record.candidate(), record.lost());
    sourceCells.add(record.candidate(), tables.sourceRecords().find(record.candidate().key()));
    shares.add(record);
    deals.add(record, tables);
    if (!record.onTarget()) {
      return List.of();
    }
    fanOuts.add(record);
    files.add(record);
    aggregates.add(record);
    extras.add(record);
    draw.add(record);
    return List.of(addPart(record));
  }

  /** Adds a note that is no source record of its own: it is hashed, and counts nowhere else. */
  RecordHash addPart(Compared record) {
    RecordHash hash = Hashes.of(record);
    leaves.computeIfAbsent(hash.object(), any -> new ArrayList<>()).add(new Leaf(hash));
    return hash;
  }

  /**
   * Adds the cells of a record that cannot be read back by itself: they stand as the target
   * answered, or in the record that it was folded into.
   */
  void addUnread(Candidate candidate, Tables tables) {
    cells(candidate, Set.of(), tables);
  }

  private void cells(Candidate candidate, Set<String> lost, Tables tables) {
    cells.add(candidate, lost);
    sourceCells.add(candidate, tables.sourceRecords().find(candidate.key()));
  }

  /** The trees of every object, and where they part. */
  List<Root> roots() {
    List<Root> roots = new ArrayList<>();
    leaves.forEach(
        (object, records) -> {
          records.sort(Comparator.comparing(leaf -> leaf.id));
          MerkleTree meant = MerkleTree.of(records.stream().map(leaf -> leaf.meant).toList());
          MerkleTree found = MerkleTree.of(records.stream().map(leaf -> leaf.found).toList());
          MerkleTree.Difference difference = meant.difference(found);
          roots.add(
              new Root(
                  object.wire(),
                  records.size(),
                  meant.root(),
                  found.root(),
                  difference.leaves().size(),
                  difference.compared()));
        });
    return roots;
  }
}
