package dev.pindah.model.kit;

/**
 * A list of contacts.
 *
 * @param claimed how many members the source says it has; -1 when it does not
 * @param read how many members could be read
 * @param joined how many of them are contacts on the target's list, or -1 before the load
 * @param state what became of it; blank before transform
 */
public record StaticSegment(
    String id,
    String name,
    String createdAt,
    long claimed,
    long failed,
    long read,
    long joined,
    String state,
    String targetId) {}
