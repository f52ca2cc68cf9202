package io.watchbill.kit.access;

import java.util.List;

/**
 * Who calls, as an authentication found out; what they may do is added by {@link GrantedRights}.
 * Every {@code IdentityProvider} gives one as its principal.
 *
 * @param kind what sort of caller
 * @param id of the person, integration, service or automation
 * @param scopes rights for all teams that the credential itself carries; empty for most
 */
public record Identity(Principal.Kind kind, String id, List<String> scopes)
    implements java.security.Principal {

  @Override
  public String getName() {
    return Principal.name(kind, id);
  }
}
