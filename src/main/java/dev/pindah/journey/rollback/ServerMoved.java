package dev.pindah.journey.rollback;

import dev.pindah.model.TargetModule;
import java.util.List;
import java.util.Set;

/** Members of target records that move without anybody meaning to: they prove nothing. */
final class ServerMoved {
  /** Times, counters, scores and links that the products keep by themselves. */
  private static final Set<String> NAMES =
      Set.of(
          "id",
          "created_at",
          "updated_at",
          "creater_id",
          "updater_id",
          "creater",
          "updater",
          "links",
          "avatar",
          "display_name",
          "last_seen",
          "lead_score",
          "lead_quality",
          "customer_fit",
          "email_status",
          "mcr_id",
          "web_form_ids",
          "team_user_ids",
          "appointment_ids",
          "has_connections",
          "has_duplicates",
          "has_products",
          "has_access",
          "has_mentions",
          "collaboration",
          "collab_context",
          "has_multiple_emails",
          "is_linkedin_type",
          "targetables_with_email",
          "age",
          "rotten_days",
          "stage_updated_time",
          "expected_deal_value",
          "base_currency_amount",
          "record_type_id",
          "due_by",
          "fr_due_by",
          "nr_due_by",
          "is_escalated",
          "fr_escalated",
          "nr_escalated",
          "stats",
          "sentiment_score",
          "structured_description",
          "structured_body",
          "source_additional_info",
          "last_edited_at",
          "last_edited_user_id",
          "active",
          "last_login_at",
          "ai_summary");

  private static final List<String> BEGINNINGS =
      List.of(
          "last_contacted",
          "last_assigned",
          "open_deals",
          "won_deals",
          "recent_",
          "active_sales",
          "completed_sales");

  /** What rules of the account move when deals come and go. */
  private static final Set<String> BY_RULES =
      Set.of(
          "lifecycle_stage_id",
          "contact_status_id",
          "probability",
          "completed_date",
          "forecast_category");

  private ServerMoved() {}

  /** Whether its change says nothing of a person. */
  static boolean provesNothing(String name) {
    return NAMES.contains(name)
        || name.endsWith("_count")
        || BEGINNINGS.stream().anyMatch(name::startsWith);
  }

  /** Whether a rule may have moved it; then it is put back, and is not a person's touch. */
  static boolean byRules(String name) {
    return BY_RULES.contains(name);
  }

  /** What the rules of the CRM move on a person when deals come. */
  static Set<String> lifecycle(TargetModule module) {
    return module == TargetModule.CONTACTS
        ? Set.of("lifecycle_stage_id", "contact_status_id")
        : Set.of();
  }
}
