package io.watchbill.incident.alert;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists alerts, one item per episode. */
@Path("/v1/alerts")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Tag(name = "alerts")
public class AlertResource {
  private final Database database;
  private final AlertLists lists;
  private final Visibility visibility;
  private final Caller caller;

  AlertResource(Database database, AlertLists lists, Visibility visibility, Caller caller) {
    this.database = database;
    this.lists = lists;
    this.visibility = visibility;
    this.caller = caller;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listAlerts", summary = "List alerts")
  public Response list(
      @BeanParam AlertFilter filter, @BeanParam SliceRequest page, @Context UriInfo uri) {
    VisibleIncidents visible = visibility.to(caller.principal());
    List<AlertView> rows =
        database.read(tx -> lists.list(tx, visible, filter, page.after(), page.limitPlusOne()));
    return Slice.of(rows, page, AlertFilter::key).toResponse(uri);
  }
}
