package io.watchbill.rotation.directory;

import io.watchbill.rotation.board.FilledForm;
import io.watchbill.rotation.grant.GrantSet;
import io.watchbill.rotation.person.Person;
import io.watchbill.rotation.team.Consent;
import java.util.List;
import java.util.Map;

/**
 * What the page of a person shows.
 *
 * @param memberOf the teams of which they are a member
 * @param teams all of them, by their ids
 * @param consents the teams that may make them a member
 * @param grants shown to admins only
 * @param form their name, zone and address
 * @param rights that can be granted
 * @param may what the caller may do
 */
public record PersonPage(
    Person person,
    List<String> memberOf,
    Map<String, String> teams,
    List<Consent> consents,
    List<GrantSet.Grant> grants,
    FilledForm form,
    List<String> rights,
    May may) {

  /**
   * What the caller may do with the person.
   *
   * @param change name and address, and archive
   * @param signIn make a link that signs them in
   * @param consent to be made a member of a team
   * @param grant rights
   */
  public record May(boolean change, boolean signIn, boolean consent, boolean grant) {}
}
