package dev.pindah.sandbox.qontak.chat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Divisions are the teams of the CRM under ids of the chat. */
final class Divisions {

  private Divisions() {}

  static String id(String team) {
    return UUID.nameUUIDFromBytes(team.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
