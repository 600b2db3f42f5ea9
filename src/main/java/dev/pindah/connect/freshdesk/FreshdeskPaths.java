package dev.pindah.connect.freshdesk;

import dev.pindah.model.TargetModule;

/** Where the records of a module lie in the API. */
final class FreshdeskPaths {
  private FreshdeskPaths() {}

  static String of(TargetModule module) {
    return switch (module) {
      case TICKETS -> "tickets";
      case DESK_CONTACTS -> "contacts";
      case DESK_COMPANIES -> "companies";
      case DESK_NOTES, DESK_FILES -> "conversations";
      default -> throw new IllegalArgumentException("no " + module.wire() + " in the helpdesk");
    };
  }
}
