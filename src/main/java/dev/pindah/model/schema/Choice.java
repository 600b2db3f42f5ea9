package dev.pindah.model.schema;

/**
 * One option of a pick list.
 *
 * @param id blank where the product gives none
 */
public record Choice(String id, String label) {}
