package dev.pindah.journey.transform;

import java.time.ZoneId;

/**
 * What the configuration says about values.
 *
 * @param zone zone of the source account
 * @param placeholderOwner e-mail of the owner of records whose owner has no user; blank for the
 *     user of the API key
 * @param storesFiles whether the target's plan stores files; else links to them stand in for them
 */
public record TransformSettings(
    ZoneId zone, String placeholderOwner, WithoutEmail contactsWithoutEmail, boolean storesFiles) {

  /** What happens with contacts that have no usable e-mail, which the target demands. */
  public enum WithoutEmail {
    /** They wait for a person. */
    HOLD,
    /** They get an address that cannot receive mail. */
    PLACEHOLDER,
    /** They stay behind. */
    SKIP
  }
}
