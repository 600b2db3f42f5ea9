package dev.pindah.model.mapping;

import java.util.Arrays;
import java.util.Optional;

/**
 * Target attributes that want the id of an entry in a pick list of the account. No endpoint creates
 * entries, so a missing one is a job for an admin.
 */
public enum PickList {
  CONTACT_STATUS("contact_status_id", "contact_statuses", "status"),
  LIFECYCLE_STAGE("lifecycle_stage_id", "lifecycle_stages", "lifecycle_stage"),
  LEAD_SOURCE("lead_source_id", "lead_sources", "source"),
  DEAL_REASON("deal_reason_id", "deal_reasons", "reason"),
  DEAL_TYPE("deal_type_id", "deal_types", "deal_type"),
  INDUSTRY("industry_type_id", "industry_types", "industry"),
  BUSINESS_TYPE("business_type_id", "business_types", "business_type"),
  CURRENCY("currency_id", "currencies", "currency");

  private final String attribute;
  private final String vocabulary;
  private final String kind;

  PickList(String attribute, String vocabulary, String kind) {
    this.attribute = attribute;
    this.vocabulary = vocabulary;
    this.kind = kind;
  }

  public String attribute() {
    return attribute;
  }

  /** Name of the vocabulary in the destination's inventory. */
  public String vocabulary() {
    return vocabulary;
  }

  /** What prepare calls a missing entry. */
  public String kind() {
    return kind;
  }

  public static Optional<PickList> of(String attribute) {
    return Arrays.stream(values()).filter(list -> list.attribute.equals(attribute)).findFirst();
  }
}
