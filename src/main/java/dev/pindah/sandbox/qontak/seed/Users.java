package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.core.Size;
import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.seed.People;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The account's users: the owner first, two of them with one display name, three deactivated. */
public final class Users {

  public static final String OWNER_SSO = "00000000-0000-4000-8000-000000000001";

  private static final long FIRST_ID = 200_011;
  private static final long FIRST_DEACTIVATED_ID = 199_901;
  private static final int DEACTIVATED = 3;
  private static final List<String> TEAMS = List.of("Penjualan", "Layanan", "Proyek Timur");

  private final List<User> active = new ArrayList<>();
  private final List<User> gone = new ArrayList<>();
  private final Map<Long, User> byId = new HashMap<>();
  private final Map<String, User> bySso = new HashMap<>();

  Users(Dice dice, People people, int count) {
    for (int i = 0; i < count; i++) {
      String name = i == 4 ? active.get(3).name() : fullName(dice, people, i);
      active.add(user(dice, i, FIRST_ID + i, name, role(i), true));
    }
    for (int i = 0; i < DEACTIVATED; i++) {
      int number = 1_000_000 + i;
      gone.add(
          user(
              dice,
              number,
              FIRST_DEACTIVATED_ID + i,
              fullName(dice, people, number),
              "agent",
              false));
    }
    active.forEach(this::remember);
    gone.forEach(this::remember);
  }

  /** The people of the company that falls for a seed, as other products know them too. */
  public static Users of(long seed, Size size) {
    return new Users(new Dice(seed), People.of(seed), Counts.of(size).users());
  }

  public List<User> active() {
    return List.copyOf(active);
  }

  /** Those who work here and those who left. */
  public List<User> everyone() {
    return Stream.concat(active.stream(), gone.stream()).toList();
  }

  /** Two of three of them: those who have a seat in the target accounts too. */
  public List<User> elsewhereToo() {
    List<User> all = everyone();
    return IntStream.range(0, all.size()).filter(i -> i % 3 != 2).mapToObj(all::get).toList();
  }

  public User owner() {
    return active.getFirst();
  }

  public Optional<User> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<User> bySso(String ssoId) {
    return Optional.ofNullable(bySso.get(ssoId.toLowerCase(Locale.ROOT)));
  }

  /** The owner of a seeded row: mostly someone active, now and then someone gone, or nobody. */
  Optional<User> ownerOf(Dice dice, String table, long index) {
    if (index % 41 == 11) {
      return Optional.empty();
    }
    if (index % 23 == 7) {
      return Optional.of(dice.of(table + "-gone-owner", index, gone));
    }
    return Optional.of(dice.of(table + "-owner", index, active));
  }

  private void remember(User user) {
    byId.put(user.id(), user);
    bySso.put(user.ssoId().toString(), user);
  }

  private static String fullName(Dice dice, People people, int number) {
    return dice.of("user-first", number, people.firstNames())
        + " "
        + dice.of("user-last", number, people.lastNames());
  }

  private static String role(int i) {
    return i == 0 ? "admin" : i % 5 == 1 ? "supervisor" : "agent";
  }

  private static User user(
      Dice dice, int number, long id, String name, String role, boolean active) {
    UUID sso = number == 0 ? UUID.fromString(OWNER_SSO) : dice.uuid("user-sso", number);
    String mailbox =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").strip().replace(' ', '.');
    return new User(
        id,
        name,
        mailbox + (number % 1_000_000 == 0 ? "" : number % 1_000_000) + "@contoh.example",
        "081299%06d".formatted(number % 1_000_000),
        role,
        sso,
        dice.uuid("user-chat", number),
        TEAMS.get(number % TEAMS.size()),
        active);
  }
}
