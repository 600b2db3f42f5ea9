package dev.pindah.model.schema;

/**
 * A user of an account.
 *
 * @param email blank where the product does not tell it
 * @param role blank where the product does not tell it
 */
public record Person(String id, String name, String email, boolean active, String role) {}
