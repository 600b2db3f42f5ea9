package dev.pindah.sandbox.qontak.seed;

import dev.pindah.sandbox.seed.FirmNames;
import dev.pindah.sandbox.wire.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seeded contacts. Which oddity falls on which row is a matter of its index, so tiny has them all.
 */
final class ContactRows extends SeededRows {

  private static final List<String> TITLES =
      List.of("Manajer Pembelian", "Direktur", "Staf Admin", "Owner", "Kepala Cabang", "Finance");
  private static final List<String> HONORIFICS = List.of("Bpk. ", "Ibu ", "dr. ", "H. ");

  ContactRows(Ground ground) {
    super(ground, "contacts", ids(ground.counts()));
  }

  static Ids ids(Counts counts) {
    return new Ids(41_000_000, counts.contacts());
  }

  @Override
  public ObjectNode row(long i) {
    Instant updated = updated(i);
    ZoneOffset offset = Times.offset(i);
    ObjectNode row = Json.object();
    row.put("id", id(i)).put("first_name", firstName(i)).put("last_name", lastName(i));
    row.put("slug", slug(i));
    row.put("created_at", Times.crm(created(i), offset));
    row.put("updated_at", Times.crm(updated, offset));
    row.put("job_title", jobTitle(i));
    owner(row, "creator_id", "creator_name", i);
    row.put("email", email(i)).put("telephone", Phones.written(i));
    option(row, "crm_status", i, Choices.STATUSES, 92);
    row.put("date_of_birth", birthday(i));
    option(row, "crm_source", i, Choices.SOURCES, 80);
    option(row, "crm_gender", i, Choices.GENDERS, 70);
    income(row, i);
    row.putNull("upload_id");
    row.put("customer_id", i % 3 == 0 ? "CUST-%04d".formatted(i) : i % 3 == 1 ? "" : null);
    company(row, i);
    row.putArray("crm_deal_ids");
    row.putArray("crm_deal_name");
    row.put("unique_lead_id", i % 6 == 0 ? "LEAD%05dDEMO".formatted(i) : null);
    row.set("additional_fields", ground.values().of(name(), i, Fields.CONTACT.added()));
    row.putNull("unique_hub_account");
    address(row, i);
    return row;
  }

  /** First and last name as one, as links show them. */
  String fullName(long i) {
    String last = lastName(i);
    return last == null || last.isBlank() ? firstName(i) : firstName(i) + " " + last;
  }

  private String firstName(long i) {
    String first = ground.dice().of("contact-first", i, ground.people().firstNames());
    if (i % 83 == 17) {
      return first.toUpperCase(Locale.ROOT);
    }
    return switch ((int) (i % 60)) {
      case 13 -> HONORIFICS.get((int) (i / 60 % HONORIFICS.size())) + first;
      case 29 -> first + " \uD83C\uDF38";
      case 41 -> "  " + first + " ";
      case 55 -> first.charAt(0) + "'" + first.substring(1);
      default -> first;
    };
  }

  /** One in seven people goes by a single name. */
  private @Nullable String lastName(long i) {
    if (i % 7 == 3) {
      return i % 2 == 0 ? null : "";
    }
    String last = ground.dice().of("contact-last", i, ground.people().lastNames());
    return i % 60 == 22 ? last + ", S.E., M.M." : last;
  }

  private String slug(long i) {
    String plain = fullName(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    return plain + "-" + Long.toHexString(ground.dice().bits("contact-slug", i) >>> 32);
  }

  private @Nullable String jobTitle(long i) {
    return i % 67 == 19
        ? "=HYPERLINK(\"http://contoh.example\",\"Direktur\")"
        : i % 4 == 1 ? null : ground.dice().of("contact-title", i, TITLES);
  }

  private @Nullable String email(long i) {
    return switch ((int) (i % 100)) {
      case 7, 33 -> null;
      case 58 -> "";
      case 14 -> validEmail(i - 1);
      case 46 -> i % 200 == 46 ? validEmail(i - 1).toUpperCase(Locale.ROOT) : validEmail(i);
      case 21 -> "tidak ada";
      case 49 -> mailbox(i) + "@";
      case 77 -> validEmail(i) + "; " + mailbox(i) + "@pos.example";
      case 92 -> mailbox(i) + " @contoh.example";
      default -> validEmail(i);
    };
  }

  private String validEmail(long i) {
    OptionalLong company = ground.links().companyOfContact(i);
    String domain =
        company.isPresent() && i % 3 != 0
            ? FirmNames.domain(company.getAsLong())
            : i % 2 == 0 ? "surel.test" : "pos.example";
    return mailbox(i) + "@" + domain;
  }

  private String mailbox(long i) {
    String plain = fullName(i).toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
    return plain.replaceAll("^\\.+|\\.+$", "") + i;
  }

  private @Nullable String birthday(long i) {
    if (!ground.dice().percent("contact-born", i, 60)) {
      return null;
    }
    LocalDate day =
        LocalDate.of(1960, 1, 1).plusDays(ground.dice().below("contact-day", i, 16_000));
    return switch ((int) (i % 9)) {
      case 4 -> "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
      case 7 -> day.toString();
      default -> day + "T00:00:00.000+07:00";
    };
  }

  private void income(ObjectNode row, long i) {
    long rupiah = 500_000L * (1 + ground.dice().below("contact-income", i, 100));
    switch ((int) (i % 8)) {
      case 0, 1, 2 -> row.put("income", String.valueOf(rupiah));
      case 3 -> row.put("income", rupiah);
      case 4 -> row.put("income", "");
      default -> row.putNull("income");
    }
  }

  private void company(ObjectNode row, long i) {
    OptionalLong company = ground.links().companyOfContact(i);
    if (ground.links().orphanContact(i)) {
      row.put("crm_company_id", CompanyRows.DELETED + i);
    } else if (company.isPresent()) {
      row.put("crm_company_id", CompanyRows.ids(ground.counts()).id(company.getAsLong()));
    } else {
      row.putNull("crm_company_id");
    }
    row.putNull("crm_company_name");
  }

  private void address(ObjectNode row, long i) {
    row.put(
        "address",
        ground.dice().of("contact-street", i, ground.people().streets()) + " No. " + i % 200);
    row.put("country", "Indonesia");
    row.put("province", "");
    row.put("city", ground.dice().of("contact-city", i, ground.people().cities()));
    row.put("zipcode", "%05d".formatted(10_000 + i % 80_000));
  }
}
