package dev.pindah.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Equal roots mean equal records; unequal branches lead to the ones that differ. */
class MerkleTreeTest {
  @Test
  void findsExactlyTheRecordsThatDiffer() {
    Random random = new Random(1);
    for (int size : new int[] {1, 2, 3, 5, 8, 13, 100, 1000, 1023, 1025}) {
      List<byte[]> left = leaves(size);
      List<byte[]> right = new ArrayList<>(left);
      Set<Integer> changed = new TreeSet<>();
      for (int change = 0; change < Math.min(size, 3); change++) {
        int at = random.nextInt(size);
        changed.add(at);
        right.set(at, MerkleTree.leaf("id" + at, "other"));
      }
      MerkleTree.Difference difference = MerkleTree.of(left).difference(MerkleTree.of(right));
      assertThat(difference.leaves()).as("of " + size).containsExactlyElementsOf(changed);
      assertThat(MerkleTree.of(left).root()).isNotEqualTo(MerkleTree.of(right).root());
    }
  }

  @Test
  void looksAtFewNodesOnly() {
    List<byte[]> right = leaves(100_000);
    right.set(77_777, MerkleTree.leaf("id77777", "other"));
    assertThat(MerkleTree.of(leaves(100_000)).difference(MerkleTree.of(right)).compared())
        .isLessThan(40);
  }

  @Test
  void equalRecordsHaveEqualRootsAndOrderMatters() {
    List<byte[]> leaves = leaves(50);
    assertThat(MerkleTree.of(leaves).root()).isEqualTo(MerkleTree.of(leaves(50)).root());
    Collections.swap(leaves, 3, 4);
    assertThat(MerkleTree.of(leaves).root()).isNotEqualTo(MerkleTree.of(leaves(50)).root());
    assertThat(MerkleTree.of(List.of()).root()).isEqualTo("0".repeat(64));
  }

  @Test
  void anInnerNodeCannotBeTakenForALeaf() {
    MerkleTree two = MerkleTree.of(leaves(2));
    assertThat(two.root())
        .isNotEqualTo(java.util.HexFormat.of().formatHex(MerkleTree.leaf("id0", "id1")));
    assertThatThrownBy(() -> two.difference(MerkleTree.of(leaves(3))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<byte[]> leaves(int size) {
    List<byte[]> leaves = new ArrayList<>();
    for (int at = 0; at < size; at++) {
      leaves.add(MerkleTree.leaf("id" + at, "content " + at));
    }
    return leaves;
  }
}
