package dev.pindah.journey.prepare;

import dev.pindah.journey.prepare.Planned.State;
import dev.pindah.model.mapping.OwnerRule;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.Plan;
import java.util.List;
import java.util.Optional;

/** Checks of who owns records on the target, and of the seats that this takes. */
final class PeopleChecks {
  private static final int FREE_SEATS = 3;

  private final Ground ground;

  PeopleChecks(Ground ground) {
    this.ground = ground;
  }

  List<Check> checks() {
    return List.of(owners(), placeholder(), seats(), role());
  }

  private Check owners() {
    List<OwnerRule> unmatched =
        ground.mapping().owners().stream().filter(OwnerRule::placeholder).toList();
    return Check.warn(
        "owners-matched",
        unmatched.isEmpty(),
        unmatched.size()
            + " of "
            + ground.mapping().owners().size()
            + " source users have no active user",
        "their records go to the placeholder owner and keep the original owner's name; add the"
            + " users to the account and set owners in mapping.yaml to change that");
  }

  private Check placeholder() {
    String email = ground.circumstances().placeholderOwner();
    if (email.isBlank()) {
      return Check.fine(
          "placeholder-owner", "records without an owner go to the user of the API key");
    }
    Optional<Person> person =
        ground.target().people().stream()
            .filter(known -> known.email().strip().equalsIgnoreCase(email.strip()))
            .findFirst();
    boolean active = person.map(Person::active).orElse(false);
    return Check.error(
        "placeholder-owner",
        active,
        active
            ? "records without an owner go to " + email
            : email + (person.isPresent() ? " is not active" : " is no user of the target"),
        "add or activate the user, or change destination.freshsales.placeholder-owner in"
            + " pindah.yaml");
  }

  /** Users have to be made only where the mapping names somebody who is not there. */
  private Check seats() {
    long active = ground.target().people().stream().filter(Person::active).count();
    long missing =
        ground.rows().stream()
            .filter(row -> row.item().kind().equals("user") && row.state() != State.EXISTS)
            .count();
    String need = active + " active users, " + missing + " to be added";
    Optional<String> paid = ground.answer(Question.SEATS);
    if (paid.isEmpty() && ground.plan() != Plan.FREE) {
      return missing == 0
          ? Check.fine("seats", need + ": no seat is needed")
          : Check.asked("seats", Question.SEATS);
    }
    int seats = paid.map(Integer::parseInt).orElse(FREE_SEATS);
    return Check.error(
        "seats",
        active + missing <= seats,
        need + ", " + seats + " seats",
        "buy seats, or send owners to another user or to the placeholder in mapping.yaml");
  }

  private Check role() {
    Optional<String> role = ground.answer(Question.KEY_ROLE);
    return role.map(
            known ->
                Check.error(
                    "key-role",
                    known.contains("admin") || known.contains("owner"),
                    "the API key's user is " + known,
                    "use the key of an account administrator: other roles do not see all records"))
        .orElseGet(() -> Check.asked("key-role", Question.KEY_ROLE));
  }
}
