package io.watchbill.escalation.paging;

import io.watchbill.escalation.delivery.DeliveryView;
import io.watchbill.escalation.escalation.EscalationView;
import io.watchbill.escalation.page.PageView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who was paged for an incident by what, what came of it, and when the next step is due.
 *
 * @param escalations the newest first
 * @param messages one for each delivery, the newest first
 */
public record Paging(List<EscalationView> escalations, List<Message> messages) {

  /** A delivery, and whom it was for. */
  public record Message(String target, DeliveryView delivery) {}

  static Paging of(
      List<EscalationView> escalations, List<PageView> pages, List<DeliveryView> deliveries) {
    Map<UUID, PageView> byId =
        pages.stream().collect(Collectors.toMap(PageView::id, Function.identity()));
    List<Message> messages =
        deliveries.stream()
            .map(one -> new Message(target(byId.get(one.page())), one))
            .sorted(Comparator.comparing((Message one) -> one.delivery().due()).reversed())
            .toList();
    return new Paging(escalations.reversed(), messages);
  }

  private static String target(@Nullable PageView page) {
    return Optional.ofNullable(page).map(PageView::target).orElse("");
  }
}
