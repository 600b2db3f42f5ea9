package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.setup.PickList;
import dev.pindah.sandbox.freshsales.setup.User;
import java.util.Optional;
import java.util.function.LongPredicate;
import tools.jackson.databind.JsonNode;

/** Takes over ids of users, pick list values and other records. */
final class References {

  private final Account account;

  References(Account account) {
    this.account = account;
  }

  /** A number, or a text that is one. */
  static Optional<Long> id(JsonNode value) {
    if (value.isIntegralNumber()) {
      return Optional.of(value.asLong());
    }
    String text = value.isString() ? value.asString() : "";
    return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** Unknown ids become null, or a refusal where the account is set so. */
  void take(Draft draft, String name, LongPredicate known) {
    if (!draft.gives(name)) {
      return;
    }
    JsonNode value = draft.given(name);
    Optional<Long> id = id(value).filter(known::test);
    if (id.isPresent()) {
      draft.row().put(name, id.get());
      return;
    }
    if (!value.isNull() && account.behaviours().is("unknown-reference", "refuse")) {
      draft.problem("Invalid " + name + " provided.");
    }
    draft.row().putNull(name);
  }

  void fromList(Draft draft, String name, String pickList) {
    PickList list = account.setup().pickLists().list(pickList);
    take(draft, name, id -> list.find(id).isPresent());
  }

  /** The owner: the key's user when none is named. */
  void owner(Draft draft) {
    take(draft, "owner_id", this::mayOwn);
    if (draft.creating() && !draft.row().hasNonNull("owner_id")) {
      draft.row().put("owner_id", draft.writer().id());
    }
  }

  private boolean mayOwn(long id) {
    Optional<User> user = account.setup().users().find(id);
    return user.isPresent()
        && (user.get().active() || account.behaviours().is("inactive-owner", "accept"));
  }
}
