package dev.pindah.journey.map;

import dev.pindah.model.Product;
import dev.pindah.model.schema.Choice;
import dev.pindah.model.schema.FieldSchema;
import dev.pindah.model.schema.FieldType;
import dev.pindah.model.schema.Inventory;
import dev.pindah.model.schema.ObjectSchema;
import dev.pindah.model.schema.Person;
import dev.pindah.model.schema.Plan;
import dev.pindah.model.schema.ValueProfile;
import dev.pindah.model.schema.Vocabulary;
import dev.pindah.model.schema.Vocabulary.Term;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two small invented accounts. */
public final class Accounts {
  private static final Instant NOW = Instant.parse("2026-01-05T03:00:00Z");

  private Accounts() {}

  public static AccountView view() {
    return new AccountView(source(), destination(), profiles(), Plan.GROWTH);
  }

  public static Inventory source() {
    return new Inventory(
        Product.QONTAK,
        NOW,
        List.of(
            new ObjectSchema(
                "contact",
                200,
                List.of(
                    standard("first_name", "Nama Depan", FieldType.TEXT),
                    standard("last_name", "Nama Belakang", FieldType.TEXT),
                    standard("email", "Email", FieldType.EMAIL),
                    standard("crm_phones", "Telepon", FieldType.PHONE),
                    standard("city", "Kota", FieldType.TEXT),
                    custom("11", "tgl_lhr_3", "Tgl Lhr", FieldType.DATE),
                    custom("12", "cara_bayar", "Cara Bayar", FieldType.DROPDOWN, "Tunai", "Kredit"),
                    custom("13", "catatan", "Catatan", FieldType.TEXTAREA),
                    custom("14", "shio", "Shio", FieldType.DROPDOWN, "Naga", "Kuda"),
                    custom("15", "skor", "Lead Score", FieldType.NUMBER),
                    custom("16", "skor_2", "lead score", FieldType.NUMBER)))),
        List.of(),
        List.of(new Person("7", "Budi Demo", "budi@contoh.example", true, "Admin")),
        List.of());
  }

  public static Inventory destination() {
    return new Inventory(
        Product.FRESHSALES,
        NOW,
        List.of(
            new ObjectSchema(
                "contacts",
                0,
                List.of(
                    target("first_name", "First name", FieldType.TEXT, false),
                    new FieldSchema(
                        "",
                        "last_name",
                        "last_name",
                        "Last name",
                        FieldType.TEXT,
                        false,
                        true,
                        List.of()),
                    target("city", "City", FieldType.TEXT, false),
                    target("cf_birth", "Birth Date", FieldType.DATE, true),
                    target("cf_visit", "Visit Date", FieldType.DATE, true),
                    new FieldSchema(
                        "5",
                        "cf_pay",
                        "cf_pay",
                        "Payment Method",
                        FieldType.DROPDOWN,
                        true,
                        false,
                        List.of(new Choice("1", "Cash"), new Choice("2", "Credit"))),
                    target("cf_score", "Lead Score", FieldType.NUMBER, true)))),
        List.of(),
        List.of(new Person("1", "Rina", "rina@acme.test", true, "Admin")),
        List.of(new Vocabulary("lead_sources", List.of(new Term("1", "Web", "")))));
  }

  private static Map<String, Map<String, ValueProfile>> profiles() {
    Map<String, Long> pay = new LinkedHashMap<>();
    pay.put("Tunai", 60L);
    pay.put("Kredit", 30L);
    pay.put("Barter", 2L);
    return Map.of(
        "contact",
        Map.of(
            "cara_bayar",
            new ValueProfile(100, 8, 3, 6, Map.of(), pay, List.of("Tunai", "Kredit"), true),
            "catatan",
            new ValueProfile(
                100, 50, 50, 12_000, Map.of(), Map.of(), List.of("panjang sekali"), true)));
  }

  private static FieldSchema standard(String name, String label, FieldType type) {
    return new FieldSchema("", name, name, label, type, false, false, List.of());
  }

  private static FieldSchema custom(
      String id, String name, String label, FieldType type, String... options) {
    return new FieldSchema(
        id,
        name,
        name,
        label,
        type,
        true,
        false,
        java.util.stream.Stream.of(options)
            .map(option -> new Choice(id + option.length(), option))
            .toList());
  }

  private static FieldSchema target(String name, String label, FieldType type, boolean custom) {
    return new FieldSchema("", name, name, label, type, custom, false, List.of());
  }
}
