package dev.pindah.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A tree of hashes over records in a fixed order: equal roots mean equal records, and unequal
 * branches lead to the records that differ. Leaves and inner nodes are hashed under different
 * prefixes, so that one cannot be taken for the other; a node without a partner moves up as it is.
 */
public final class MerkleTree {
  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  /** From the leaves up to the root. */
  private final List<byte[][]> levels = new ArrayList<>();

  private MerkleTree(byte[][] leaves) {
    levels.add(leaves);
    MessageDigest sha256 = sha256();
    for (byte[][] level = leaves; level.length > 1; level = levels.getLast()) {
      byte[][] above = new byte[(level.length + 1) / 2][];
      for (int at = 0; at < above.length; at++) {
        int left = at * 2;
        above[at] =
            left + 1 < level.length ? node(sha256, level[left], level[left + 1]) : level[left];
      }
      levels.add(above);
    }
  }

  /** A tree over leaves that {@link #leaf} made, in their order. */
  public static MerkleTree of(List<byte[]> leaves) {
    return new MerkleTree(leaves.toArray(byte[][]::new));
  }

  /** The leaf of one record; {@code hash} is blank when nothing stands there. */
  public static byte[] leaf(String id, String hash) {
    MessageDigest sha256 = sha256();
    sha256.update(LEAF);
    sha256.update(id.getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) '\n');
    return sha256.digest(hash.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] node(MessageDigest sha256, byte[] left, byte[] right) {
    sha256.update(NODE);
    sha256.update(left);
    return sha256.digest(right);
  }

  /** In lower-case hex; that of no records is 64 zeros. */
  public String root() {
    byte[][] top = levels.getLast();
    return top.length == 0 ? "0".repeat(64) : HexFormat.of().formatHex(top[0]);
  }

  /**
   * Where two trees part.
   *
   * @param leaves positions of unequal leaves, in their order
   * @param compared pairs of nodes that were looked at
   */
  public record Difference(List<Integer> leaves, long compared) {}

  /** Goes down unequal branches only; both trees have equally many leaves. */
  public Difference difference(MerkleTree other) {
    if (levels.getFirst().length != other.levels.getFirst().length) {
      throw new IllegalArgumentException("trees over different numbers of records");
    }
    List<Integer> unequal = levels.getLast().length == 0 ? List.of() : List.of(0);
    long compared = 0;
    for (int level = levels.size() - 1; level >= 0; level--) {
      List<Integer> below = new ArrayList<>();
      for (int at : unequal) {
        compared++;
        if (!MessageDigest.isEqual(levels.get(level)[at], other.levels.get(level)[at])) {
          if (level == 0) {
            below.add(at);
          } else {
            below.add(at * 2);
            if (at * 2 + 1 < levels.get(level - 1).length) {
              below.add(at * 2 + 1);
            }
          }
        }
      }
      unequal = below;
    }
    return new Difference(unequal, compared);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }
}
