package dev.pindah.sandbox.qontak.life;

import dev.pindah.sandbox.core.Evolution;
import dev.pindah.sandbox.qontak.seed.Account;
import dev.pindah.sandbox.qontak.seed.Table;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.wire.Json;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * People at work in the source between extract and cutover: each call goes on where the last one
 * ended.
 */
public final class SourceLife {

  /** How one object changes; the number makes what is written different each time. */
  private record Habit(Table table, BiConsumer<ObjectNode, Long> change) {}

  private final Dice dice;
  private final List<Habit> habits;
  private long step;

  /**
   * Watches over a deal's move to another stage.
   *
   * @param dealMoved takes the deal before and after the move
   */
  public SourceLife(Account account, BiConsumer<ObjectNode, ObjectNode> dealMoved) {
    this.dice = account.dice();
    Habits change = new Habits(dice, dealMoved);
    this.habits =
        List.of(
            new Habit(account.companies(), change::company),
            new Habit(account.contacts(), change::contact),
            new Habit(account.deals(), change::deal),
            new Habit(account.tasks(), change::task),
            new Habit(account.tickets(), change::ticket),
            new Habit(account.notes(), change::note));
  }

  /** Ids by object and by what happened to them. */
  public synchronized ObjectNode goesOn(Evolution evolution) {
    ObjectNode done = Json.object();
    for (Habit habit : habits) {
      ObjectNode object = done.putObject(habit.table().name());
      ArrayNode deleted = object.putArray("deleted");
      ArrayNode changed = object.putArray("changed");
      ArrayNode added = object.putArray("added");
      for (int i = 0; i < evolution.deleted(); i++) {
        delete(habit.table(), deleted);
      }
      for (int i = 0; i < evolution.changed(); i++) {
        change(habit, changed);
      }
      for (int i = 0; i < evolution.added(); i++) {
        add(habit, added);
      }
    }
    return done;
  }

  private void delete(Table table, ArrayNode deleted) {
    for (ObjectNode row : any(table)) {
      table.delete(row.path("id").asLong());
      deleted.add(row.path("id"));
    }
  }

  private void change(Habit habit, ArrayNode changed) {
    for (ObjectNode row : any(habit.table())) {
      habit.change().accept(row, step);
      habit.table().replace(row.path("id").asLong(), row);
      changed.add(row.path("id"));
    }
  }

  /** A new record that looks like one that is there, but under a name of its own. */
  private void add(Habit habit, ArrayNode added) {
    for (ObjectNode row : any(habit.table())) {
      row.remove("_history");
      Habits.rename(row, step);
      added.add(habit.table().insert(row).path("id"));
    }
  }

  /** One row of those that have not been written yet, or none when there is none. */
  private List<ObjectNode> any(Table table) {
    step++;
    int written = table.written().size();
    long rest = table.count() - written;
    return rest <= 0
        ? List.of()
        : table.page(written + dice.belowLong("life-" + table.name(), step, rest), 1);
  }
}
