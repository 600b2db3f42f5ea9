package dev.pindah.journey.cutover;

import dev.pindah.ledger.Decisions.Decision;
import dev.pindah.ledger.Ledger;
import dev.pindah.ledger.Slices.Progress;
import dev.pindah.model.Finding;
import dev.pindah.model.Gate;
import dev.pindah.model.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The release of the WhatsApp number, which ends the access to its messages: what still has to be
 * brought over before anybody may ask for it.
 */
public final class Offboarding {
  /** There is no other way than this address. */
  private static final String TO = "support-qontak@mekari.com";

  private static final String EXTRACT = "extract";

  /** What is out of reach once the number is released. */
  private static final Set<String> EXPORTS =
      Set.of(
          ObjectName.CONTACT.wire(),
          ObjectName.CHAT.wire(),
          ObjectName.ROOM.wire(),
          ObjectName.TEMPLATE.wire(),
          ObjectName.LIST.wire(),
          ObjectName.LIST_MEMBER.wire(),
          ObjectName.BROADCAST.wire());

  /** An endpoint that an account does not have leaves nothing behind. */
  private static final Set<String> NOTHING_THERE = Set.of("no-such-list");

  private final Ledger ledger;
  private final Whatsapp whatsapp;

  public Offboarding(Ledger ledger) {
    this.ledger = ledger;
    this.whatsapp = new Whatsapp(ledger);
  }

  /** A mail for people to send; nothing here sends it. */
  public record Mail(String to, String subject, String body) {}

  /** Whether the gate is about the release. */
  public static boolean about(Gate gate) {
    return gate == Gate.WABA_OFFBOARDING || gate == Gate.WABA_RELEASED;
  }

  /** Exports that are not safe yet, in words; empty when the number may be released. */
  public List<String> unreconciled() {
    List<String> left = new ArrayList<>();
    boolean extracted =
        ledger
            .read(tables -> tables.slices().find(EXTRACT, "all"))
            .map(Progress::done)
            .orElse(false);
    // Whether there is a number at all is known once the source was read.
    if (extracted && !whatsapp.used()) {
      return left;
    }
    if (!extracted) {
      left.add("contacts, conversations and templates are not extracted to the end");
    }
    Map<String, Long> gaps =
        ledger.read(tables -> tables.findings().startingWith(EXTRACT + ":")).stream()
            .filter(gap -> EXPORTS.contains(gap.object()) && !NOTHING_THERE.contains(gap.code()))
            .filter(gap -> !gap.code().startsWith("file-"))
            .collect(
                Collectors.groupingBy(
                    Offboarding::kind, java.util.TreeMap::new, Collectors.counting()));
    gaps.forEach((kind, count) -> left.add(count == 1 ? kind : kind + " (" + count + " times)"));
    // Where the provider wants the number first, what the API gives has to be here, no more.
    if (!whatsapp.offboardFirst() && !reconciled()) {
      left.add("no reconcile that balances stands behind contacts, conversations and templates");
    }
    return left;
  }

  private static String kind(Finding gap) {
    return gap.object() + " " + gap.code();
  }

  /** The program's own word: a waiver says nothing about the data. */
  private boolean reconciled() {
    return ledger
        .read(tables -> tables.decisions().latest("gate:" + Gate.EXPORT_RECONCILED.id()))
        .map(Decision::kind)
        .map("gate-passed"::equals)
        .orElse(false);
  }

  /** The request for the release. */
  public Mail mail(String migration, String company) {
    StringBuilder body = new StringBuilder();
    body.append("Dear Qontak support team,\n\n")
        .append("we ask you to release (offboard) the WhatsApp Business number")
        .append(whatsapp.channels().size() == 1 ? "" : "s")
        .append(" below from our Mekari Qontak account, so that we can connect it elsewhere:\n\n");
    whatsapp
        .channels()
        .forEach(
            channel ->
                body.append("  - ")
                    .append(channel.phone().isBlank() ? "(number)" : channel.phone())
                    .append(channel.account().isBlank() ? "" : ", " + channel.account())
                    .append(channel.kind().equals("wa_cloud") ? " (WhatsApp Cloud API)" : "")
                    .append('\n'));
    body.append(
        """

        Company name: {company}
        Company ID in Qontak: ______
        Owner of the account (name, e-mail): ______
        Meta Business Manager ID: ______
        Wanted day of the release: ______

        Please also switch off two-step verification of the number on the day of the release,
        and confirm to this address when the number is free.

        Kind regards
        ______

        (Reference: {migration})
        """
            .replace("{company}", company.isBlank() ? "______" : company)
            .replace("{migration}", migration));
    return new Mail(TO, "Request to release our WhatsApp Business number", body.toString());
  }
}
