package io.watchbill.escalation.messages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.alarm.AlarmLog;
import io.watchbill.escalation.alarm.AlarmView;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.escalation.visibility.IncidentSlice;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Alarms: where nobody was paged, or nobody acknowledged. */
@Path("/alarms")
@Produces(Pages.HTML)
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class AlarmPageResource {
  private final Database database;
  private final AlarmLog alarms;
  private final SnapshotRepository snapshots;
  private final Pages pages;
  private final Caller caller;

  AlarmPageResource(
      Database database,
      AlarmLog alarms,
      SnapshotRepository snapshots,
      Pages pages,
      Caller caller) {
    this.database = database;
    this.alarms = alarms;
    this.snapshots = snapshots;
    this.pages = pages;
    this.caller = caller;
  }

  @CheckedTemplate(basePath = "messages")
  static final class Templates {
    private Templates() {}

    static native TemplateInstance alarms(
        Slice<AlarmRow> alarms, List<String> kinds, String kind, String incident, String query);
  }

  @GET
  @Operation(hidden = true)
  public Response list(
      @QueryParam("incident") @Nullable String incident,
      @QueryParam("kind") @Nullable String kind,
      @BeanParam SliceRequest request) {
    IncidentSlice slice = IncidentSlice.of(caller.principal(), incident, request);
    String ofKind = kind == null ? "" : kind;
    Slice<AlarmRow> rows =
        database.read(
            tx -> {
              List<AlarmView> found = alarms.newest(tx, slice, ofKind);
              Map<UUID, String> called =
                  snapshots.references(tx, found.stream().map(AlarmView::incident).toList());
              return Slice.of(found, request, alarm -> alarm.id().toString())
                  .map(
                      alarm ->
                          new AlarmRow(
                              alarm,
                              called.getOrDefault(alarm.incident(), alarm.incident().toString())));
            });
    String ofIncident = incident == null ? "" : incident;
    return pages.html(
        Templates.alarms(rows, alarms.kinds(), ofKind, ofIncident, query(ofIncident, ofKind)));
  }

  /** The filters, before a cursor. */
  private static String query(String incident, String kind) {
    return "incident="
        + URLEncoder.encode(incident, StandardCharsets.UTF_8)
        + "&kind="
        + URLEncoder.encode(kind, StandardCharsets.UTF_8)
        + "&";
  }
}
