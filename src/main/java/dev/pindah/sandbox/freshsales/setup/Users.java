package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.core.Plan;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The account's users; the first is the account admin whose API key everyone uses. */
public final class Users {

  /** The owner of the API key. */
  public static final String ADMIN_EMAIL = "rina@acme.test";

  private static final long FIRST_ID = 402_000_000_901L;
  private static final int FREE_SEATS = 3;

  private final Map<Long, User> byId = new LinkedHashMap<>();
  private final Plan plan;
  private long nextId = FIRST_ID;

  /** A person to be given a seat. */
  public record Person(String name, String email, boolean active) {}

  Users(Plan plan, List<Person> colleagues) {
    this.plan = plan;
    put("Rina", ADMIN_EMAIL, "Account Admin", true);
    for (Person person : colleagues) {
      if (!isFull()) {
        put(person.name(), person.email(), "Sales User", person.active());
      }
    }
  }

  public User admin() {
    return byEmail(ADMIN_EMAIL).orElseThrow();
  }

  public Collection<User> all() {
    return List.copyOf(byId.values());
  }

  public Optional<User> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }

  public Optional<User> byEmail(String email) {
    return byId.values().stream().filter(user -> user.email().equalsIgnoreCase(email)).findFirst();
  }

  /** The free plan ends at three active users. */
  public boolean isFull() {
    return plan == Plan.FREE && byId.values().stream().filter(User::active).count() >= FREE_SEATS;
  }

  /**
   * Gives someone a seat.
   *
   * @throws Unacceptable when the e-mail is taken or the plan has no seat left
   */
  public User add(String name, String email, boolean active) {
    if (byEmail(email).isPresent()) {
      throw new Unacceptable(email + " is a user already");
    }
    if (active && isFull()) {
      throw new Unacceptable("the free plan has " + FREE_SEATS + " seats");
    }
    return put(name, email, "Sales User", active);
  }

  public User setActive(long id, boolean active) {
    Supplier<Unacceptable> nobody = () -> new Unacceptable("no user " + id);
    User changed = find(id).orElseThrow(nobody).withActive(active);
    byId.put(id, changed);
    return changed;
  }

  private User put(String name, String email, String role, boolean active) {
    User user = new User(nextId++, name, email, role, active);
    byId.put(user.id(), user);
    return user;
  }
}
