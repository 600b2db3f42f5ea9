package dev.pindah.journey.prepare;

/**
 * What the plan allows of one kind of thing, and what of it is used.
 *
 * @param module wire name of a module; {@code account} for what the account has once
 * @param kind kind of field, {@code all} of them, pipelines, calls-per-hour, storage-gb
 * @param have what stands on the target
 * @param wanted what the migration adds
 * @param limit what the plan allows; -1 where it sets no limit
 */
public record Limit(String module, String kind, long have, long wanted, long limit) {
  public boolean exceeded() {
    return limit >= 0 && have + wanted > limit;
  }
}
