package dev.pindah.sandbox.freshsales.setup;

import dev.pindah.sandbox.core.Plan;
import java.time.InstantSource;
import java.util.List;

/** Everything that an admin sets up, but for fields. */
public record Setup(
    Users users,
    PickLists pickLists,
    Pipelines pipelines,
    Lifecycle lifecycle,
    Currencies currencies,
    ActivityTypes activityTypes,
    TagBook tags) {

  /** A new account of that plan with these colleagues beside its admin. */
  public static Setup of(Plan plan, InstantSource clock, List<Users.Person> colleagues) {
    return new Setup(
        new Users(plan, colleagues),
        new PickLists(),
        new Pipelines(plan, clock),
        new Lifecycle(),
        new Currencies(plan),
        new ActivityTypes(plan),
        new TagBook(clock));
  }
}
