package dev.pindah.sandbox.core;

/** A person who works in the source account and may have a user in the target accounts too. */
public record Colleague(String name, String email) {}
