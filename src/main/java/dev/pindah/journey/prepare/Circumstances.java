package dev.pindah.journey.prepare;

import dev.pindah.model.schema.Plan;
import java.time.ZoneId;

/**
 * What the configuration and this machine say.
 *
 * @param share part of the target's quota that may be used, 0 to 1
 * @param zone of the source account
 * @param placeholderOwner e-mail; blank for the user of the API key
 * @param helpdesk whether tickets go to a helpdesk
 * @param freeBytes room on the disk of the workspace
 * @param rehearsal whether time runs faster than it does for other people
 */
public record Circumstances(
    Plan plan,
    double share,
    ZoneId zone,
    String placeholderOwner,
    boolean helpdesk,
    long freeBytes,
    boolean rehearsal) {}
