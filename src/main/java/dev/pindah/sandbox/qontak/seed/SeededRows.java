package dev.pindah.sandbox.qontak.seed;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/** What all generators share: dense ids, dates that fall with the index, dropdown picks. */
abstract class SeededRows implements Seeded {

  final Ground ground;
  private final String name;
  private final Ids ids;

  SeededRows(Ground ground, String name, Ids ids) {
    this.ground = ground;
    this.name = name;
    this.ids = ids;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final long count() {
    return ids.count();
  }

  @Override
  public final long id(long index) {
    return ids.id(index);
  }

  @Override
  public final OptionalLong index(long id) {
    return ids.index(id);
  }

  final long nextId() {
    return ids.next();
  }

  final Instant updated(long i) {
    return Times.updated(ground.dice(), name, i, count());
  }

  final Instant created(long i) {
    return Times.created(ground.dice(), name, i, updated(i));
  }

  /** The owner's id under this member, or null; the name is filled in when shown. */
  final void owner(ObjectNode row, String idMember, String nameMember, long i) {
    ground
        .users()
        .ownerOf(ground.dice(), name + idMember, i)
        .ifPresentOrElse(user -> row.put(idMember, user.id()), () -> row.putNull(idMember));
    row.putNull(nameMember);
  }

  /** One of the options for so many percent of the rows: id and label. */
  final void option(ObjectNode row, String stem, long i, List<Option> options, int percent) {
    if (ground.dice().percent(name + "-has-" + stem, i, percent)) {
      Option option = ground.dice().of(name + "-" + stem, i, options);
      row.put(stem + "_id", option.id()).put(stem + "_name", option.name());
    } else {
      row.putNull(stem + "_id").putNull(stem + "_name");
    }
  }
}
