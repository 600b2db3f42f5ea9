package dev.pindah.sandbox.qontak.seed;

import java.util.UUID;

/**
 * A person who works in the account.
 *
 * @param active false once deactivated: still named on records, in no dropdown and no directory
 */
public record User(
    long id,
    String name,
    String email,
    String phone,
    String role,
    UUID ssoId,
    UUID chatId,
    String team,
    boolean active) {}
