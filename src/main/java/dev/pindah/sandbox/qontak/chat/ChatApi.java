package dev.pindah.sandbox.qontak.chat;

import dev.pindah.sandbox.core.StateCollection;
import dev.pindah.sandbox.core.Switch;
import dev.pindah.sandbox.core.Switches;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.wire.Router;
import java.util.List;
import java.util.stream.LongStream;

/** All chat endpoints, under the gateway's prefix and under the legacy one. */
public final class ChatApi {

  private static final List<String> PREFIXES = List.of("/qontak/chat/v1", "/api/open/v1");

  private final Account account;
  private final ContactLists lists;
  private final TemplateEndpoints templates;
  private final RoomEndpoints rooms;
  private final FileUploads uploads;

  public ChatApi(Account account, Switches switches, FileUploads uploads) {
    this.account = account;
    this.lists = new ContactLists(account, switches);
    this.templates = new TemplateEndpoints(new Templates(account.dice(), account.media()));
    this.rooms = new RoomEndpoints(account);
    this.uploads = uploads;
  }

  public static List<Switch> switches() {
    return List.of(ContactLists.listedSwitch());
  }

  public void addTo(Router router) {
    for (String prefix : PREFIXES) {
      new UserEndpoints(account.users(), account.media()).addTo(router, prefix);
      new IntegrationEndpoints(account.dice()).addTo(router, prefix);
      new DivisionEndpoints(account.users()).addTo(router, prefix);
      new BroadcastEndpoints(account, templates, lists).addTo(router, prefix);
      templates.addTo(router, prefix);
      lists.addTo(router, prefix);
      rooms.addTo(router, prefix);
      uploads.addTo(router, prefix);
    }
  }

  public List<StateCollection> collections() {
    Rooms all = new Rooms(account);
    return List.of(
        new StateCollection(
            "rooms", all::count, () -> LongStream.range(0, all.count()).mapToObj(all::row)),
        new StateCollection(
            "templates", () -> templates.all().size(), () -> templates.all().stream()),
        new StateCollection(
            "contact_lists", () -> lists.lists().size(), () -> lists.lists().stream()));
  }
}
