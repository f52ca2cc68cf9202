package io.watchbill.rotation.directory;

import io.quarkus.qute.TemplateData;
import io.watchbill.rotation.board.FilledForm;
import io.watchbill.rotation.grant.GrantSet;
import io.watchbill.rotation.team.Team;
import java.util.List;
import java.util.Map;

/**
 * What the page of a team shows.
 *
 * @param others who could become members, by their ids
 * @param schedules of the team: names by ids
 * @param form its name
 * @param rights that can be given for a team
 */
public record TeamPage(
    Team team,
    List<Member> members,
    Map<String, String> others,
    Map<String, String> schedules,
    FilledForm form,
    List<String> rights,
    boolean mayChange,
    boolean mayGrant) {

  /**
   * A member of the team.
   *
   * @param grants for the team and for all teams; shown to admins only
   */
  @TemplateData
  public record Member(String id, String name, List<GrantSet.Grant> grants) {}
}
