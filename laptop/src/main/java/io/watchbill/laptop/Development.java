package io.watchbill.laptop;

import io.watchbill.laptop.service.Service;

/** The text shown when a service runs from its sources. */
record Development(Service service, Ports ports) {

  String text() {
    return """
        %s runs from its sources: save a change, and the next request is
        answered by it. A debugger reaches it on port %d; its log is shown here.
        """
        .formatted(service.module(), ports.debugger());
  }
}
