package io.watchbill.incident.picture;

import io.watchbill.incident.incident.Incidents;
import io.watchbill.kit.event.OutboundEvent;
import io.watchbill.kit.event.OutboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells the escalation-service of incidents; what they look like is read as it is sent. */
@ApplicationScoped
public class PictureEvent implements OutboundEvent {
  private final Pictures pictures;

  PictureEvent(Pictures pictures) {
    this.pictures = pictures;
  }

  @Override
  public String type() {
    return Incidents.PICTURE;
  }

  @Override
  public String destination() {
    return "escalation";
  }

  @Override
  public boolean tellsState() {
    return true;
  }

  @Override
  public Map<UUID, Object> data(List<OutboxRow> rows) {
    Set<UUID> ids =
        rows.stream().map(row -> UUID.fromString(row.subject())).collect(Collectors.toSet());
    Map<UUID, Picture> known =
        pictures.of(ids).stream().collect(Collectors.toMap(Picture::id, Function.identity()));
    Map<UUID, Object> data = new HashMap<>();
    for (OutboxRow row : rows) {
      Picture picture = known.get(UUID.fromString(row.subject()));
      if (picture != null) {
        data.put(row.id(), picture);
      }
    }
    return data;
  }
}
