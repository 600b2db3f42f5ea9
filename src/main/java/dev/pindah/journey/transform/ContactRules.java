package dev.pindah.journey.transform;

import dev.pindah.model.Step;
import dev.pindah.model.Verdict;
import dev.pindah.model.mapping.PickList;
import dev.pindah.model.row.SourceValue;
import dev.pindah.model.schema.Vocabulary.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What makes a contact whole: contact or lead, its lifecycle stage, an e-mail that the target takes
 * and that no other contact has.
 */
final class ContactRules {
  private static final String STATUS = "contact_status_id";
  private static final String LIFECYCLE = "lifecycle_stage_id";
  private static final String EMAIL = "email";
  private static final List<String> PHONES = List.of("mobile_number", "work_number");

  /** What the target takes for an e-mail: one @, a dot in the domain, nothing that needs quotes. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");

  private final Target target;
  private final ContactOrLead rule;
  private final DealLinks deals;
  private final TransformSettings settings;
  private final boolean emailRequired;
  private final Map<String, String> emails = new HashMap<>();
  private final Map<String, String> phones = new HashMap<>();
  private final Fixes shared = new Fixes();

  /**
   * The rules.
   *
   * @param emailRequired false when a probe saw that the target takes contacts without an e-mail
   */
  ContactRules(
      Target target,
      ContactOrLead rule,
      DealLinks deals,
      TransformSettings settings,
      boolean emailRequired) {
    this.emailRequired = emailRequired;
    this.target = target;
    this.rule = rule;
    this.deals = deals;
    this.settings = settings;
  }

  void finish(Draft draft) {
    int count = Math.max(deals.deals(draft.key.id()), draft.row.ids("crm_deal_ids").size());
    SourceValue status = draft.row.value("crm_status_id");
    boolean contact =
        rule.contact(count, status.labels().isEmpty() ? "" : status.labels().getFirst(), draft.row);
    lifecycle(draft, contact);
    if (count > 0) {
      againAfterDeals(draft);
    }
    email(draft);
    phones(draft);
  }

  /** People share numbers, so nothing is held; that nothing is hidden either is the fix-list's. */
  private void phones(Draft draft) {
    for (String attribute : PHONES) {
      String number = draft.attribute(attribute).asString("");
      if (!number.isEmpty()) {
        String first = phones.putIfAbsent(number, draft.key.id());
        if (first != null && !first.equals(draft.key.id())) {
          shared.add(draft.key.object(), attribute, "duplicate-phone", draft.key.id());
        }
      }
    }
  }

  /** Contacts that have the number of another one. */
  Fixes shared() {
    return shared;
  }

  private void lifecycle(Draft draft, boolean contact) {
    Optional<Term> lead = stage("lead", 0);
    Optional<Term> status = term(PickList.CONTACT_STATUS, draft.attribute(STATUS));
    boolean leadStatus =
        status.isPresent() && lead.isPresent() && inStage(status.get(), lead.get());
    Optional<Term> stage;
    if (!contact) {
      stage = lead;
    } else if (status.isPresent() && !leadStatus && !status.get().parent().isBlank()) {
      String parent = status.get().parent();
      stage = target.terms(PickList.LIFECYCLE_STAGE).filter(t -> t.id().equals(parent)).findFirst();
    } else {
      stage = deals.won(draft.key.id()) ? stage("customer", 2) : stage("sales qualified lead", 1);
    }
    stage.ifPresent(term -> draft.put(LIFECYCLE, Target.id(term.id())));
    if (status.isPresent() && stage.isPresent() && !inStage(status.get(), stage.get())) {
      draft.remove(STATUS);
      draft.recell(
          "crm_status_id", LIFECYCLE, new Verdict.Degraded("status-not-in-lifecycle-stage"));
    }
  }

  private static boolean inStage(Term status, Term stage) {
    return status.parent().isBlank() || status.parent().equals(stage.id());
  }

  /** By its usual name, else by its usual place: admins rename lifecycle stages. */
  private Optional<Term> stage(String name, int place) {
    return target
        .terms(PickList.LIFECYCLE_STAGE)
        .filter(term -> term.label().strip().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .or(() -> target.terms(PickList.LIFECYCLE_STAGE).skip(place).findFirst());
  }

  private Optional<Term> term(PickList list, JsonNode id) {
    return target.terms(list).filter(term -> term.id().equals(id.asString(""))).findFirst();
  }

  /** Loading deals moves their contacts to another stage; this puts the right one back. */
  private static void againAfterDeals(Draft draft) {
    ObjectNode again = JsonNodeFactory.instance.objectNode();
    for (String attribute : new String[] {LIFECYCLE, STATUS}) {
      if (!draft.attribute(attribute).isMissingNode()) {
        again.set(attribute, draft.attribute(attribute));
      }
    }
    if (!again.isEmpty()) {
      draft.afterwards(Step.LIFECYCLE, again);
    }
  }

  /** Whether a target takes the text for an e-mail address. */
  static boolean address(String email) {
    return ADDRESS.matcher(email).matches();
  }

  private void email(Draft draft) {
    String email = draft.attribute(EMAIL).asString("").strip().toLowerCase(Locale.ROOT);
    if (!address(email)) {
      withoutEmail(draft, email.isEmpty() ? "no-email" : "email-invalid");
      return;
    }
    String first = emails.putIfAbsent(email, draft.key.id());
    if (first != null) {
      draft.hold("duplicate-email: contact " + first + " has the same e-mail");
    }
  }

  private void withoutEmail(Draft draft, String why) {
    boolean required =
        emailRequired
            && (target.required(dev.pindah.model.TargetModule.CONTACTS, EMAIL)
                || target.named(dev.pindah.model.TargetModule.CONTACTS, EMAIL).isEmpty());
    if (!required) {
      if (why.equals("email-invalid")) {
        draft.remove(EMAIL);
        draft.recell(EMAIL, "", new Verdict.Documented("email-invalid"));
      }
      return;
    }
    switch (settings.contactsWithoutEmail()) {
      case HOLD -> draft.hold(why + ": the target takes no contact without a valid e-mail");
      case SKIP -> draft.skip(why + ": left behind as the configuration says");
      case PLACEHOLDER -> {
        draft.put(
            EMAIL,
            JsonNodeFactory.instance.stringNode(
                "qontak-" + draft.key.id() + "@placeholder.invalid"));
        if (why.equals("email-invalid")) {
          draft.recell(EMAIL, "", new Verdict.Documented("email-invalid"));
        }
      }
    }
  }
}
