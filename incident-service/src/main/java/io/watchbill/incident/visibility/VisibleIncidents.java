package io.watchbill.incident.visibility;

import io.watchbill.kit.database.Where;
import java.util.Optional;

/**
 * The incidents that a caller may see: as a rule about one of them, and as a condition for lists.
 * The two say the same.
 */
public interface VisibleIncidents {
  /** All of them. */
  VisibleIncidents ALL = of(true, Optional.empty());

  /** None of them. */
  VisibleIncidents NONE = of(false, Optional.of("FALSE"));

  /** Returns whether the caller may see an incident. */
  boolean includes(Viewable incident);

  /**
   * Returns the rule as SQL.
   *
   * @param where takes the values of the condition
   * @return a condition on a row {@code i} of {@code any_incident}; empty if it always holds
   */
  Optional<String> condition(Where where);

  /** Restricts a list of incidents, whose rows are called {@code i}. */
  default void restrict(Where where) {
    condition(where).ifPresent(sql -> where.and(sql));
  }

  /** Returns a query for the ids of the incidents that are hidden; empty if none are. */
  default Optional<String> hidden(Where where) {
    return condition(where)
        .map(visible -> "SELECT i.id FROM any_incident i WHERE (" + visible + ") IS NOT TRUE");
  }

  private static VisibleIncidents of(boolean all, Optional<String> condition) {
    return new VisibleIncidents() {
      @Override
      public boolean includes(Viewable incident) {
        return all;
      }

      @Override
      public Optional<String> condition(Where where) {
        return condition;
      }
    };
  }
}
