package dev.pindah.sandbox.qontak.seed;

import java.util.ArrayList;
import java.util.List;

/** All fields of each object: the standard ones, then those the account has added. */
public record Fields(List<Field> standard, List<Field> added) {

  public static final Fields CONTACT = new Fields(StandardFields.contact(), CustomFields.contact());
  public static final Fields COMPANY = new Fields(StandardFields.company(), CustomFields.company());
  public static final Fields DEAL = new Fields(StandardFields.deal(), CustomFields.deal());
  public static final Fields TASK = new Fields(StandardFields.task(), CustomFields.task());
  public static final Fields TICKET = new Fields(StandardFields.ticket(), CustomFields.ticket());
  public static final Fields PRODUCT = new Fields(StandardFields.product(), CustomFields.product());

  public Fields {
    standard = List.copyOf(standard);
    added = List.copyOf(added);
  }

  public List<Field> all() {
    List<Field> all = new ArrayList<>(standard);
    all.addAll(added);
    return all;
  }
}
