package io.watchbill.kit.page;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.watchbill.kit.http.PageRequests;
import io.watchbill.kit.problem.ProblemDetails;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Shows a problem as a page where a browser asked for one. */
public class ProblemPages {
  private final Pages pages;
  private final Template template;

  ProblemPages(Pages pages, @Location("problem") Template template) {
    this.pages = pages;
    this.template = template;
  }

  @ServerResponseFilter
  void show(ContainerRequestContext request, ContainerResponseContext answer) {
    if (answer.getEntity() instanceof ProblemDetails problem && wantsPage(request)) {
      Response page =
          pages.html(
              answer.getStatus(),
              template.data("status", answer.getStatus()).data("detail", problem.detail()));
      answer.setEntity(page.getEntity(), null, MediaType.valueOf(Pages.HTML));
      page.getHeaders().forEach((name, values) -> answer.getHeaders().put(name, values));
    }
  }

  /** Browsers name HTML; programs take anything or JSON. */
  private static boolean wantsPage(ContainerRequestContext request) {
    return PageRequests.prefersHtml(request.getHeaderString(HttpHeaders.ACCEPT))
        && !request.getUriInfo().getPath().startsWith("/v1/");
  }
}
