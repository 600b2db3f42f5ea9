package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.Dice;
import dev.pindah.sandbox.seed.FirmNames;
import dev.pindah.sandbox.wire.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Seeded companies; names differ but for a handful that were entered twice. */
final class CompanyRows extends SeededRows {

  /** Ids from here on belong to companies that were deleted: links to them lead nowhere. */
  static final long DELETED = 3_000_000;

  CompanyRows(Ground ground) {
    super(ground, "companies", ids(ground.counts()));
  }

  static Ids ids(Counts counts) {
    return new Ids(3_100_000, counts.companies());
  }

  String firmName(long i) {
    return switch ((int) (i % 200)) {
      case 27 -> FirmNames.name(ground.dice(), i - 4);
      case 38 -> FirmNames.name(ground.dice(), i - 5).toUpperCase(Locale.ROOT) + " ";
      default -> FirmNames.name(ground.dice(), i);
    };
  }

  @Override
  public ObjectNode row(long i) {
    Dice dice = ground.dice();
    Instant updated = updated(i);
    ZoneOffset offset = Times.offset(i + 3);
    ObjectNode row = Json.object();
    row.put("id", id(i)).put("slug", dice.uuid("company-slug", i).toString());
    row.put("name", firmName(i));
    row.put("website", i % 3 == 0 ? "" : (i % 3 == 1 ? "https://" : "") + FirmNames.domain(i));
    row.put("created_at", Times.crm(created(i), offset));
    row.put("updated_at", Times.crm(updated, offset));
    owner(row, "creator_id", "creator_name", i);
    row.put("telephone", i % 5 == 4 ? null : "021500%04d".formatted(i % 10_000));
    row.put("address", dice.of("company-street", i, ground.people().streets()) + " " + i % 99);
    row.put("country", "Indonesia").put("province", i % 2 == 0 ? "DKI Jakarta" : "");
    row.put("city", dice.of("company-city", i, ground.people().cities()));
    row.put("zipcode", "%05d".formatted(12_000 + i % 70_000));
    option(row, "industry", i, Choices.INDUSTRIES, 75);
    option(row, "crm_type", i, Choices.COMPANY_TYPES, 75);
    if (i % 4 == 2) {
      row.putNull("number_of_employees");
    } else {
      row.put("number_of_employees", 5 + dice.below("company-size", i, 900));
    }
    option(row, "crm_source", i, Choices.SOURCES, 75);
    revenue(row, i);
    row.put("business_reg_number", i % 2 == 0 ? "" : "0220%09d".formatted(i));
    row.putArray("crm_deal_ids");
    row.putArray("crm_deal_name");
    row.putArray("crm_person_ids");
    row.putArray("crm_person_name");
    row.put("ancestry", i % 20 == 9 ? String.valueOf(id(i - 9)) : null);
    row.put("unique_company_id", i % 8 == 0 ? "COMP%04dDEMO".formatted(i) : null);
    row.set("additional_fields", ground.values().of(name(), i, Fields.COMPANY.added()));
    return row;
  }

  private void revenue(ObjectNode row, long i) {
    long rupiah = 1_000_000L * (1 + ground.dice().below("company-revenue", i, 90_000));
    switch ((int) (i % 6)) {
      case 0, 1 -> row.put("annual_revenue", String.valueOf(rupiah));
      case 2 -> row.put("annual_revenue", rupiah);
      case 3 -> row.put("annual_revenue", "");
      default -> row.putNull("annual_revenue");
    }
  }
}
