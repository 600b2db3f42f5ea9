package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.wire.Router;
import java.util.List;

/** All chat endpoints, under the gateway's prefix and under the legacy one. */
public final class ChatApi {

  private static final List<String> PREFIXES = List.of("/qontak/chat/v1", "/api/open/v1");

  private final Account account;

  public ChatApi(Account account) {
    this.account = account;
  }

  public void addTo(Router router) {
    for (String prefix : PREFIXES) {
      new UserEndpoints(account.users(), account.media()).addTo(router, prefix);
    }
  }
}
