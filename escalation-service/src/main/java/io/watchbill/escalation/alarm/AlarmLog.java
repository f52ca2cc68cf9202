package io.watchbill.escalation.alarm;

import io.watchbill.escalation.plan.progress.AlarmKind;
import io.watchbill.escalation.visibility.IncidentSlice;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** Shows alarms to people, the newest first. */
@ApplicationScoped
public class AlarmLog {
  private final AlarmRepository alarms;

  AlarmLog(AlarmRepository alarms) {
    this.alarms = alarms;
  }

  /** Returns the kinds of alarms. */
  public List<String> kinds() {
    return Arrays.stream(AlarmKind.values()).map(AlarmKind::text).toList();
  }

  /**
   * Returns the alarms that are older than where the slice begins.
   *
   * @param kind empty for all
   */
  public List<AlarmView> newest(Tx tx, IncidentSlice slice, String kind) {
    return alarms.newest(tx, slice, kind);
  }
}
