package dev.pindah.sandbox.qontak.auth;

import java.util.List;

/** Scopes such as {@code qontak-crm:all} or {@code qontak-chat:divisions:list}, against paths. */
final class Scopes {

  private static final List<String> CRM = List.of("/qontak/crm/", "/api/v3.1/");
  private static final List<String> CHAT = List.of("/qontak/chat/v1/", "/api/open/v1/");

  private Scopes() {}

  static boolean isCrm(String path) {
    return CRM.stream().anyMatch(path::startsWith);
  }

  /** Media and the chatbot's own API know no scopes. */
  static boolean concern(String path) {
    return isCrm(path) || CHAT.stream().anyMatch(path::startsWith);
  }

  static boolean allow(List<String> scopes, String path) {
    return allow(scopes, path, CRM, "qontak-crm:") || allow(scopes, path, CHAT, "qontak-chat:");
  }

  private static boolean allow(
      List<String> scopes, String path, List<String> prefixes, String product) {
    for (String prefix : prefixes) {
      if (path.startsWith(prefix)) {
        String area = path.substring(prefix.length()).split("/", 2)[0];
        return scopes.stream()
            .anyMatch(
                scope ->
                    scope.equals(product + "all")
                        || scope.equals(product + area)
                        || scope.startsWith(product + area + ":"));
      }
    }
    return false;
  }
}
