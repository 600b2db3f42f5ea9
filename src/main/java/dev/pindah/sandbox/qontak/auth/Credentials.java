package dev.pindah.sandbox.qontak.auth;

import dev.pindah.sandbox.qontak.seed.Users;
import dev.pindah.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** What the simulated account lets in; all invented, all shown in the sandbox's description. */
final class Credentials {

  static final String CLIENT_ID = "demo-client";
  static final String CLIENT_SECRET = "demo-secret-0123456789";
  static final String USERNAME = "owner@contoh.example";
  static final String PASSWORD = "demo-password";
  static final String STATIC_TOKEN = "demo-static-token";

  private Credentials() {}

  static ObjectNode describe() {
    return Json.object()
        .put("clientId", CLIENT_ID)
        .put("clientSecret", CLIENT_SECRET)
        .put("username", USERNAME)
        .put("password", PASSWORD)
        .put("token", STATIC_TOKEN)
        .put("actingUser", Users.OWNER_SSO)
        .put("crmPrefix", "/qontak/crm")
        .put("chatPrefix", "/qontak/chat/v1")
        .put("legacyCrmPrefix", "/api/v3.1")
        .put("legacyChatPrefix", "/api/open/v1");
  }
}
