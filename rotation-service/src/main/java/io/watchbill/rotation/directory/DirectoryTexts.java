package io.watchbill.rotation.directory;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages of people and teams. */
@MessageBundle("directory")
public interface DirectoryTexts {
  @Message("People")
  String people();

  @Message("Teams")
  String teams();

  @Message("Schedules")
  String schedules();

  @Message("Show archived, too")
  String withArchived();

  @Message("Hide archived")
  String withoutArchived();

  @Message("archived")
  String archived();

  @Message("Email")
  String email();

  @Message("Belongs to")
  String belongsTo();

  @Message(
      "Managers of this team may act for the person. Membership of teams is set on "
          + "their pages.")
  String belongsToHint();

  @Message("the admins")
  String admins();

  @Message("Nobody yet.")
  String nobodyYet();

  @Message("New person")
  String newPerson();

  @Message("Add the person")
  String makePerson();

  @Message("Member of")
  String memberOf();

  @Message("no team")
  String noTeam();

  @Message("Take away the right {right} from {person}")
  String takeRight(String right, String person);

  @Message("Right to give to {person}")
  String rightOf(String person);

  @Message("Signing in")
  String signingIn();

  @Message("Make a sign-in link")
  String makeLink();

  @Message("Keys")
  String keysOf();

  @Message("Bring back")
  String bringBack();

  @Message("Archive")
  String archive();

  @Message(
      "A person with future shifts, or who is a member of a team, cannot be archived. Keys, "
          + "sessions and rights end at once. Past shifts keep the name.")
  String archivePersonHelp();

  @Message("A team that has schedules cannot be archived.")
  String archiveTeamHelp();

  @Message("Members")
  String members();

  @Message("No team yet.")
  String noTeamYet();

  @Message("New team")
  String newTeam();

  @Message("Make the team")
  String makeTeam();

  @Message("Remove")
  String removeMember();

  @Message("Nobody is a member yet.")
  String noMembers();

  @Message("Add members")
  String addMembers();

  @Message("Teams that may take the person in")
  String consents();

  @Message(
      "A team whose managers do not act for the person needs this consent before it "
          + "makes them a member.")
  String consentsHint();

  @Message("Agree")
  String agree();

  @Message("Withdraw for {team}")
  String withdrawConsent(String team);

  @Message("No person, team or schedule has this in its name.")
  String noneFound();
}
