package dev.pindah.model.audit;

/**
 * How one object moves.
 *
 * @param id for instance O1; blank in the published table
 * @param relation 1:1, 1:many, mapping, lossy, documented
 * @param support full or mapping
 * @param number records of this account, in words
 * @param rule what is done with them
 */
public record Compatibility(
    String id,
    String source,
    String target,
    String relation,
    String support,
    String number,
    String rule) {}
