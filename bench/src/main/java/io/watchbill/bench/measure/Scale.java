package io.watchbill.bench.measure;

import java.time.Duration;

/**
 * How much is done for a figure.
 *
 * @param warmUp load before anything counts, so that the services are compiled
 * @param load how long a load lasts that counts
 * @param paging how long incidents are opened at their rate
 * @param idle how long processor time is watched
 * @param waiting escalations that wait
 * @param dueAtOnce escalations that become due in one second
 * @param incidents incidents in the list
 * @param rotations rotations of which is asked who is on call
 */
record Scale(
    Duration warmUp,
    Duration load,
    Duration paging,
    Duration idle,
    int waiting,
    int dueAtOnce,
    int incidents,
    int rotations) {

  static final Scale FULL =
      new Scale(
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofSeconds(65),
          100_000,
          10_000,
          1_000_000,
          1_000);

  /** Shows in a minute or two that everything works; its figures mean little. */
  static final Scale SHORT =
      new Scale(
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofSeconds(3),
          Duration.ofSeconds(3),
          500,
          50,
          2_000,
          10);
}
