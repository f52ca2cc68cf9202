package io.watchbill.incident.visibility;

import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Decides which incidents a caller may see. Whatever shows something of an incident asks here; an
 * incident that the caller may not see is for them as if it did not exist.
 */
@ApplicationScoped
public class Visibility {

  /** Returns what a caller may see: a viewer of any team sees the incidents of all teams. */
  public VisibleIncidents to(Principal caller) {
    return caller.maySomewhere(Rights.VIEWER) ? VisibleIncidents.ALL : VisibleIncidents.NONE;
  }

  /** Returns what is counted where no key is needed: on the status page and in the metrics. */
  public VisibleIncidents toEverybody() {
    return VisibleIncidents.ALL;
  }
}
