package dev.pindah.model.proof;

/**
 * How many records hang on how many others.
 *
 * @param role account, contact or parent
 * @param links links per record
 * @param meant records that should have so many
 * @param found records that have so many
 */
public record FanOut(String object, String role, int links, long meant, long found) {}
