package dev.pindah.sandbox.freshsales.settings;

import dev.pindah.sandbox.freshsales.fields.Choice;
import dev.pindah.sandbox.freshsales.fields.Field;
import dev.pindah.sandbox.freshsales.setup.PickList;
import dev.pindah.sandbox.freshsales.setup.Setup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The choices of any field: its own, or those of the pick list behind a standard one. */
public final class FieldChoices {

  private static final Map<String, String> PICK_LISTS =
      Map.of(
          "lead_source_id", "lead_sources",
          "territory_id", "territories",
          "campaign_id", "campaigns",
          "industry_type_id", "industry_types",
          "business_type_id", "business_types",
          "deal_reason_id", "deal_reasons",
          "deal_type_id", "deal_types",
          "deal_product_id", "deal_products",
          "deal_payment_status_id", "deal_payment_statuses");

  private final Setup setup;

  public FieldChoices(Setup setup) {
    this.setup = setup;
  }

  /** The pick list behind a standard field. */
  public Optional<PickList> pickList(Field field) {
    return Optional.ofNullable(PICK_LISTS.get(field.name())).flatMap(setup.pickLists()::find);
  }

  List<Choice> of(Field field) {
    List<Choice> choices = new ArrayList<>();
    pickList(field)
        .ifPresent(
            list ->
                list.items().forEach(i -> choices.add(new Choice(i.id(), i.name(), i.position()))));
    switch (field.name()) {
      case "lifecycle_stage_id" ->
          setup
              .lifecycle()
              .stages()
              .forEach(s -> choices.add(new Choice(s.id(), s.name(), s.position())));
      case "contact_status_id" ->
          setup
              .lifecycle()
              .statuses()
              .forEach(s -> choices.add(new Choice(s.id(), s.name(), s.position())));
      case "deal_pipeline_id" ->
          setup
              .pipelines()
              .all()
              .forEach(p -> choices.add(new Choice(p.id(), p.name(), p.position())));
      case "deal_stage_id" ->
          setup
              .pipelines()
              .stages()
              .forEach(s -> choices.add(new Choice(s.id(), s.name(), s.position())));
      case "currency_id" ->
          setup
              .currencies()
              .all()
              .forEach(c -> choices.add(new Choice(c.id(), c.code(), choices.size() + 1)));
      case "sales_activity_type_id" ->
          setup
              .activityTypes()
              .types()
              .forEach(t -> choices.add(new Choice(t.id(), t.name(), t.position())));
      default -> choices.addAll(field.choices());
    }
    return choices;
  }
}
