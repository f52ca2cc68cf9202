package io.watchbill.kit.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gives every {@link Identity} its rights, by whatever means it was authenticated. */
@ApplicationScoped
public class GrantedRights implements SecurityIdentityAugmentor {
  private final KnownGrants grants;

  GrantedRights(KnownGrants grants) {
    this.grants = grants;
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    return identity.getPrincipal() instanceof Identity caller
        ? grants.of(caller).map(held -> withRights(identity, caller, held))
        : Uni.createFrom().item(identity);
  }

  private static SecurityIdentity withRights(
      SecurityIdentity identity, Identity caller, List<Grant> grants) {
    QuarkusSecurityIdentity.Builder authorized =
        QuarkusSecurityIdentity.builder(identity)
            .setPrincipal(new Principal(caller.kind(), caller.id(), grants));
    grants.stream()
        .flatMap(grant -> Rights.expand(grant.effective()).stream())
        .forEach(authorized::addRole);
    return authorized.build();
  }
}
