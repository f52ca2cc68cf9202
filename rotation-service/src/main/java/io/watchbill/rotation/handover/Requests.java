package io.watchbill.rotation.handover;

import io.quarkus.qute.TemplateData;
import io.watchbill.rotation.cover.CoverView;
import io.watchbill.rotation.swap.SwapView;
import java.util.List;
import java.util.Map;

/**
 * What a person is asked, and what they have asked, that nobody has answered yet.
 *
 * @param cover that they may take
 * @param ownCover that they have asked for
 * @param swaps that they may accept
 * @param ownSwaps that they have proposed
 * @param people their names, by their ids
 * @param schedules their names, by their ids
 */
@TemplateData
public record Requests(
    List<CoverView> cover,
    List<CoverView> ownCover,
    List<SwapView> swaps,
    List<SwapView> ownSwaps,
    Map<String, String> people,
    Map<String, String> schedules) {

  /** Returns whether there is nothing. */
  public boolean isEmpty() {
    return cover.isEmpty() && ownCover.isEmpty() && swaps.isEmpty() && ownSwaps.isEmpty();
  }

  /** Returns the name of a schedule. */
  public String schedule(String id) {
    return schedules.getOrDefault(id, id);
  }

  /** Returns the name of a person. */
  public String name(String person) {
    return people.getOrDefault(person, person);
  }
}
