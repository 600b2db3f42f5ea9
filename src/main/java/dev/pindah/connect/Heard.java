package dev.pindah.connect;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a system told by the way, in the headers of its answers.
 *
 * @param clockAhead how far this machine's clock is ahead of the system's; negative when behind
 * @param callLimit calls that it allows in the window it counts
 */
public record Heard(Optional<Duration> clockAhead, OptionalLong callLimit) {
  public static final Heard NOTHING = new Heard(Optional.empty(), OptionalLong.empty());
}
