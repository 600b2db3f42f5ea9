package dev.pindah.sandbox.freshsales.records;

import dev.pindah.sandbox.freshsales.account.Account;
import dev.pindah.sandbox.freshsales.setup.Lifecycle;
import dev.pindah.sandbox.freshsales.setup.Stage;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The automatic rules of facts 2.2: a contact with a deal becomes sales qualified, one with a won
 * deal a customer. They never move a contact back.
 */
public final class LifecycleRules {

  private static final String QUALIFIED = "Sales Qualified Lead";
  private static final String CUSTOMER = "Customer";

  private final Account account;

  LifecycleRules(Account account) {
    this.account = account;
  }

  /** A contact's deal was added or has moved to another stage. */
  void dealMoved(ObjectNode deal, long contactId) {
    if (account.isClassic() || !account.behaviours().on("lifecycle-automation")) {
      return;
    }
    boolean won =
        account
            .setup()
            .pipelines()
            .stage(deal.path("deal_stage_id").asLong())
            .filter(stage -> stage.forecast() == Stage.Forecast.WON)
            .isPresent();
    Optional<ObjectNode> contact = account.tables().contacts().find(contactId);
    Optional<Lifecycle.LifeStage> target =
        account.setup().lifecycle().stageNamed(won ? CUSTOMER : QUALIFIED);
    if (contact.isPresent() && target.isPresent()) {
      raise(contact.get(), target.get());
    }
  }

  private void raise(ObjectNode contact, Lifecycle.LifeStage target) {
    Lifecycle lifecycle = account.setup().lifecycle();
    int position =
        lifecycle
            .stage(contact.path("lifecycle_stage_id").asLong())
            .map(Lifecycle.LifeStage::position)
            .orElse(0);
    if (position >= target.position()) {
      return;
    }
    contact.put("lifecycle_stage_id", target.id());
    lifecycle.firstOf(target).ifPresent(s -> contact.put("contact_status_id", s.id()));
    account.tables().contacts().replace(contact);
  }
}
