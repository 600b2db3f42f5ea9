package dev.pindah.sandbox.freshsales.fields;

import static dev.pindah.sandbox.freshsales.fields.FieldType.AUTO_COMPLETE;
import static dev.pindah.sandbox.freshsales.fields.FieldType.CHECKBOX;
import static dev.pindah.sandbox.freshsales.fields.FieldType.DATE;
import static dev.pindah.sandbox.freshsales.fields.FieldType.DATE_TIME;
import static dev.pindah.sandbox.freshsales.fields.FieldType.DECIMAL;
import static dev.pindah.sandbox.freshsales.fields.FieldType.DROPDOWN;
import static dev.pindah.sandbox.freshsales.fields.FieldType.GROUP_FIELD;
import static dev.pindah.sandbox.freshsales.fields.FieldType.NUMBER;
import static dev.pindah.sandbox.freshsales.fields.FieldType.TEXT;
import static dev.pindah.sandbox.freshsales.fields.FieldType.TEXTAREA;

import dev.pindah.sandbox.freshsales.setup.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The fields that every account has, in the order of the form. */
final class StandardFields {

  /** A standard field before it has an id. */
  record Row(String name, String label, FieldType type, boolean required, boolean unique) {}

  private static final Set<String> NOT_OF_LEADS =
      Set.of("sales_accounts", "lifecycle_stage_id", "contact_status_id");

  private StandardFields() {}

  static List<Row> of(Kind kind) {
    return switch (kind) {
      case CONTACT -> contact();
      case LEAD -> lead();
      case ACCOUNT -> account();
      case DEAL -> deal();
      case ACTIVITY -> activity();
    };
  }

  private static List<Row> contact() {
    return List.of(
        row("first_name", "First name", TEXT),
        row("last_name", "Last name", TEXT),
        row("sales_accounts", "Accounts", AUTO_COMPLETE),
        new Row("emails", "Emails", GROUP_FIELD, true, true),
        row("work_number", "Work", TEXT),
        row("mobile_number", "Mobile", TEXT),
        row("phone_numbers", "Phone numbers", GROUP_FIELD),
        row("lifecycle_stage_id", "Lifecycle stage", DROPDOWN),
        row("contact_status_id", "Status", DROPDOWN),
        row("owner_id", "Sales owner", AUTO_COMPLETE),
        row("lead_source_id", "Source", DROPDOWN),
        row("job_title", "Job title", TEXT),
        row("department", "Department", TEXT),
        row("address", "Address", TEXT),
        row("city", "City", TEXT),
        row("state", "State", TEXT),
        row("zipcode", "Zipcode", TEXT),
        row("country", "Country", TEXT),
        row("time_zone", "Time zone", TEXT),
        row("territory_id", "Territory", DROPDOWN),
        row("campaign_id", "Campaign", DROPDOWN),
        row("medium", "Medium", TEXT),
        row("keyword", "Keyword", TEXT),
        row("facebook", "Facebook", TEXT),
        row("twitter", "Twitter", TEXT),
        row("linkedin", "LinkedIn", TEXT),
        row("has_authority", "Has authority", CHECKBOX),
        row("do_not_disturb", "Do not disturb", CHECKBOX),
        row("subscription_status", "Subscription status", DROPDOWN),
        row("subscription_types", "Subscription types", TEXT),
        row("whatsapp_subscription_status", "WhatsApp subscription status", DROPDOWN),
        new Row("external_id", "External ID", TEXT, false, true),
        row("tags", "Tags", AUTO_COMPLETE),
        row("created_at", "Created at", DATE_TIME),
        row("updated_at", "Updated at", DATE_TIME));
  }

  /** A contact's, without accounts and stages. */
  private static List<Row> lead() {
    List<Row> rows =
        new ArrayList<>(
            contact().stream().filter(row -> !NOT_OF_LEADS.contains(row.name())).toList());
    rows.add(2, row("company_name", "Company", TEXT));
    return rows;
  }

  private static List<Row> account() {
    return List.of(
        new Row("name", "Name", TEXT, true, true),
        row("website", "Website", TEXT),
        row("phone", "Phone", TEXT),
        row("address", "Address", TEXT),
        row("city", "City", TEXT),
        row("state", "State", TEXT),
        row("zipcode", "Zipcode", TEXT),
        row("country", "Country", TEXT),
        row("number_of_employees", "Number of employees", NUMBER),
        row("annual_revenue", "Annual revenue", NUMBER),
        row("owner_id", "Sales owner", AUTO_COMPLETE),
        row("territory_id", "Territory", DROPDOWN),
        row("industry_type_id", "Industry type", DROPDOWN),
        row("business_type_id", "Business type", DROPDOWN),
        row("parent_sales_account_id", "Parent account", AUTO_COMPLETE),
        row("facebook", "Facebook", TEXT),
        row("twitter", "Twitter", TEXT),
        row("linkedin", "LinkedIn", TEXT),
        row("tags", "Tags", AUTO_COMPLETE),
        row("created_at", "Created at", DATE_TIME),
        row("updated_at", "Updated at", DATE_TIME));
  }

  private static List<Row> deal() {
    return List.of(
        new Row("name", "Name", TEXT, true, false),
        new Row("amount", "Deal value", DECIMAL, true, false),
        row("currency_id", "Currency", DROPDOWN),
        row("sales_account_id", "Account name", AUTO_COMPLETE),
        row("contacts", "Related contacts", AUTO_COMPLETE),
        row("deal_pipeline_id", "Deal pipeline", DROPDOWN),
        row("deal_stage_id", "Deal stage", DROPDOWN),
        row("deal_reason_id", "Lost reason", DROPDOWN),
        row("deal_type_id", "Type", DROPDOWN),
        row("deal_product_id", "Product", DROPDOWN),
        row("deal_payment_status_id", "Payment status", DROPDOWN),
        row("expected_close", "Expected close date", DATE),
        row("closed_date", "Closed date", DATE),
        row("probability", "Probability (%)", NUMBER),
        row("owner_id", "Sales owner", AUTO_COMPLETE),
        row("territory_id", "Territory", DROPDOWN),
        row("lead_source_id", "Source", DROPDOWN),
        row("campaign_id", "Campaign", DROPDOWN),
        row("tags", "Tags", AUTO_COMPLETE),
        row("created_at", "Created at", DATE_TIME),
        row("updated_at", "Updated at", DATE_TIME));
  }

  private static List<Row> activity() {
    return List.of(
        new Row("title", "Title", TEXT, true, false),
        new Row("sales_activity_type_id", "Sales activity type", DROPDOWN, true, false),
        row("sales_activity_outcome_id", "Outcome", DROPDOWN),
        new Row("owner_id", "Sales owner", AUTO_COMPLETE, true, false),
        row("start_date", "Start date", DATE_TIME),
        row("end_date", "End date", DATE_TIME),
        row("location", "Location", TEXT),
        row("notes", "Notes", TEXTAREA));
  }

  private static Row row(String name, String label, FieldType type) {
    return new Row(name, label, type, false, false);
  }
}
