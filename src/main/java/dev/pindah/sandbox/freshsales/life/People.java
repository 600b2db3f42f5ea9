package dev.pindah.sandbox.freshsales.life;

import dev.pindah.sandbox.core.Evolution;
import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.records.Records;
import dev.pindah.sandbox.freshsales.records.Via;
import dev.pindah.sandbox.freshsales.setup.Kind;
import dev.pindah.sandbox.freshsales.setup.User;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** People at work in the target: each call goes on where the last one ended. */
public final class People {

  private final Account account;
  private final Records records;
  private final Dice dice;
  private long step;

  public People(Account account, Records records, long seed) {
    this.account = account;
    this.records = records;
    this.dice = new Dice(seed);
  }

  /** Changes, adds and deletes so many of each kind; answers with their ids. */
  public ObjectNode goOn(Evolution evolution) {
    return account.locked(
        () -> {
          ObjectNode done = Json.object();
          for (Kind kind : List.of(Kind.ACCOUNT, Kind.CONTACT, Kind.DEAL)) {
            ObjectNode object = done.putObject(kind.path());
            ArrayNode changed = object.putArray("changed");
            ArrayNode added = object.putArray("added");
            ArrayNode deleted = object.putArray("deleted");
            for (int i = 0; i < evolution.deleted(); i++) {
              delete(kind, deleted);
            }
            for (int i = 0; i < evolution.changed(); i++) {
              change(kind, changed);
            }
            for (int i = 0; i < evolution.added(); i++) {
              added.add(add(kind));
            }
          }
          return done;
        });
  }

  private void delete(Kind kind, ArrayNode deleted) {
    List<Long> ids = account.tables().of(kind).ids();
    if (!ids.isEmpty()) {
      long id = dice.of("target-delete", step++, ids);
      records.delete(kind, id);
      deleted.add(id);
    }
  }

  private void change(Kind kind, ArrayNode changed) {
    List<Long> ids = account.tables().of(kind).ids();
    if (!ids.isEmpty()) {
      long id = dice.of("target-change", step++, ids);
      ObjectNode edit =
          switch (kind) {
            case CONTACT, LEAD -> Json.object().put("job_title", "Manager " + step);
            case ACCOUNT -> Json.object().put("city", "Kota " + step);
            case DEAL, ACTIVITY -> Json.object().put("amount", 1_000_000L + step);
          };
      records.update(kind, id, edit, Via.WEB, someone());
      changed.add(id);
    }
  }

  private long add(Kind kind) {
    long number = step++;
    ObjectNode given =
        switch (kind) {
          case CONTACT, LEAD ->
              Json.object()
                  .put("first_name", "Tamu " + number)
                  .put("email", "tamu" + number + "@contoh.example");
          case ACCOUNT -> Json.object().put("name", "PT Tamu " + number);
          case DEAL, ACTIVITY ->
              Json.object().put("name", "Pesanan " + number).put("amount", 500_000);
        };
    return records.create(kind, given, Via.WEB, someone()).path("id").asLong();
  }

  private User someone() {
    List<User> active = account.setup().users().all().stream().filter(User::active).toList();
    return dice.of("target-editor", step, active);
  }
}
