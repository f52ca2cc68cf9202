package io.watchbill.rotation.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of this service's pages. */
@MessageBundle("text")
public interface BoardTexts {
  @Message("Who is on call")
  String onCall();

  @Message("Rotation")
  String rotation();

  @Message("Role")
  String role();

  @Message("Now")
  String now();

  @Message("Until")
  String until();

  @Message("Next")
  String next();

  @Message("from")
  String from();

  @Message("nobody")
  String nobody();

  @Message("nobody, by design")
  String nobodyByDesign();

  @Message("no end in sight")
  String noEnd();

  @Message("No rotation yet: nobody is on call.")
  String noRotations();

  @Message("You are on call as {role} of {rotation}")
  String youAre(String role, String rotation);

  @Message("You are not on call.")
  String youAreNot();

  @Message("You are signed in with a key that is no person's, and never on call.")
  String noPerson();

  @Message("No gaps in the next 14 days.")
  String noGaps();

  @Message("Nobody is {role}")
  String nobodyIs(String role);

  @Message("Schedule")
  String schedule();

  @Message("Team")
  String team();

  @Message("Time zone")
  String timeZone();

  @Message("Earlier")
  String before();

  @Message("Today")
  String today();

  @Message("Later")
  String after();

  @Message("Two weeks")
  String weeks();

  @Message("Month")
  String month();

  @Message("Person")
  String person();

  @Message("uncovered")
  String uncovered();

  @Message("all day")
  String allDay();

  @Message("More")
  String more();

  @Message("First day")
  String firstDay();

  @Message("Show")
  String show();

  @Message("Make an override")
  String makeOverride();

  @Message("Who takes over")
  String whoTakesOver();

  @Message("Who is relieved")
  String whoIsRelieved();

  @Message("everybody on call")
  String everybody();

  @Message("From")
  String begin();

  @Message("To")
  String end();

  @Message("Reason")
  String reason();

  @Message("Show what changes")
  String preview();

  @Message("Make the override")
  String make();

  @Message("What changes")
  String changes();

  @Message("gains")
  String gains();

  @Message("loses")
  String loses();

  @Message("No shift changes.")
  String nothingChanges();

  @Message("Not done")
  String notDone();

  @Message("Choose")
  String choose();

  @Message("Nobody would be on call then")
  String newGaps();

  @Message("My page")
  String myPage();

  @Message(
      "This page is for people. You are signed in as {who}, which is no person: it is "
          + "never on call and has no calendar.")
  String noPersonPage(String who);

  @Message("Name and time zone")
  String profile();

  @Message("My pages")
  String myPages();

  @Message("How you are reached")
  String contactMethods();

  @Message("My next shifts")
  String nextShifts();

  @Message("No shift in the next 60 days.")
  String noShifts();

  @Message("Calendar")
  String calendars();

  @Message(
      "Subscribe to this address in your calendar program. Everybody who has it can "
          + "read your shifts.")
  String calendarUse();

  @Message("Shows")
  String shows();

  @Message("Made")
  String madeAt();

  @Message("Actions")
  String actions();

  @Message("Revoke")
  String revoke();

  @Message("Make a calendar address")
  String makeCalendar();

  @Message("Where you are signed in")
  String sessions();

  @Message("Device")
  String device();

  @Message("Signed in")
  String signedInAt();

  @Message("Last used")
  String lastUsed();

  @Message("this one")
  String thisOne();

  @Message("End")
  String endSession();

  @Message("End all others")
  String endOthers();

  @Message("No browser is signed in as you.")
  String noSessions();

  @Message("Personal keys")
  String personalKeys();

  @Message(
      "A key signs you in and lets programs act for you. Anybody who has it may do what you may.")
  String keyUse();

  @Message("Key")
  String key();

  @Message("Expires")
  String expires();

  @Message("never")
  String never();

  @Message("Expires on (empty: never)")
  String expiresOn();

  @Message("Make a key")
  String makeKey();

  @Message("The new key")
  String newKey();

  @Message("The new calendar address")
  String newCalendar();

  @Message("The new sign-in link")
  String newLink();

  @Message("It signs in once, within ten minutes. Give it to nobody else.")
  String linkUse();

  @Message("It is shown only now.")
  String shownOnce();

  @Message(
      "This form was sent before. What it made was shown then, and cannot be shown "
          + "again: revoke it and make another.")
  String shownBefore();

  @Message("Back")
  String back();

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

  @Message("Name")
  String name();

  @Message("Id")
  String id();

  @Message("1 to 63 characters of a-z, 0-9 and hyphen; it never changes.")
  String idHint();

  @Message("Such as Europe/Berlin or America/New_York.")
  String timeZoneHint();

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

  @Message("Rights")
  String rights();

  @Message("Right")
  String right();

  @Message("all teams")
  String allTeams();

  @Message("Take away")
  String take();

  @Message("Give")
  String give();

  @Message("Take away the right {right} from {person}")
  String takeRight(String right, String person);

  @Message("Right to give to {person}")
  String rightOf(String person);

  @Message("none")
  String noRights();

  @Message("Signing in")
  String signingIn();

  @Message("Make a sign-in link")
  String makeLink();

  @Message("Keys")
  String keysOf();

  @Message("Change")
  String change();

  @Message("Save")
  String save();

  @Message("Bring back")
  String bringBack();

  @Message("Archive")
  String archive();

  @Message(
      "Nobody who has future shifts or is a member of a team can be archived. Keys, "
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

  @Message("Keys")
  String keys();

  @Message("Kind")
  String kind();

  @Message("all")
  String all();

  @Message("Whose")
  String whose();

  @Message("The id of the person, automation, integration or service.")
  String whoseHint();

  @Message("Scopes")
  String scopes();

  @Message(
      "An automation needs at least one; others take none: a person has the rights "
          + "given to them.")
  String scopesHint();

  @Message("revoked")
  String revokedAt();

  @Message("Whatever uses the key stops working within two seconds, and its sessions end.")
  String revokeKeyHelp();

  @Message("No such key.")
  String noKeys();

  @Message("Give a right")
  String giveRight();

  @Message("New schedule")
  String newSchedule();

  @Message("Change the schedule")
  String editSchedule();

  @Message("Show the next four weeks")
  String lookAhead();

  @Message("Edit as text")
  String asText();

  @Message("The definition as the API takes it, in JSON.")
  String asTextHint();

  @Message("Definition")
  String definition();

  @Message("Cancel")
  String cancel();

  @Message("On call")
  String mode();

  @Message("always (as usual)")
  String modeUnset();

  @Message("always")
  String modeAlways();

  @Message("in business hours")
  String modeBusiness();

  @Message("Follows")
  String follows();

  @Message("nobody: has layers of its own")
  String followsNobody();

  @Message("Turns later")
  String followsBy();

  @Message("Remove the role")
  String removeRole();

  @Message("Add a role")
  String addRole();

  @Message("Layer")
  String layer();

  @Message("Add a layer")
  String addLayer();

  @Message("Remove the layer")
  String removeLayer();

  @Message("First hand-over")
  String start();

  @Message(
      "On the clock of the schedule's time zone. All later hand-overs are at the same "
          + "time of day.")
  String startHint();

  @Message("Every")
  String every();

  @Message("Unit")
  String unit();

  @Message("no hand-over")
  String noCadence();

  @Message("hours")
  String hour();

  @Message("days")
  String day();

  @Message("weeks")
  String week();

  @Message("months")
  String calendarMonth();

  @Message("People in order")
  String turnsInOrder();

  @Message("Move {turn} up")
  String moveUp(String turn);

  @Message("Move {turn} down")
  String moveDown(String turn);

  @Message("Remove {turn}")
  String removeTurn(String turn);

  @Message("Add at the end")
  String addTurn();

  @Message("Days, hours, holidays and more")
  String atWork();

  @Message("Only on these days (none ticked: all)")
  String onDays();

  @Message("Only in these hours")
  String restrictions();

  @Message("One in each line, such as: mon 09:00 - mon 17:00")
  String restrictionsHint();

  @Message("Not on the holidays of")
  String exceptHolidays();

  @Message("Only on the holidays of")
  String onlyHolidays();

  @Message("Ends")
  String ends();

  @Message("Priority")
  String priority();

  @Message("While somebody is on call in a layer of higher priority, lower ones are off.")
  String priorityHint();

  @Message("Other time zone")
  String otherZone();

  @Message("Takes effect (empty: now)")
  String effectiveFrom();

  @Message("The next four weeks")
  String fourWeeks();

  @Message("Affects")
  String affects();

  @Message("Shift")
  String shift();

  @Message("Ask for cover")
  String askForCover();

  @Message("Whom")
  String whomToAsk();

  @Message("the team")
  String theTeam();

  @Message("anyone")
  String anyone();

  @Message("I cannot take this shift.")
  String coverReason();

  @Message("Urgent: ask one after the other, every five minutes the next")
  String urgent();

  @Message("Propose a swap")
  String proposeSwap();

  @Message("For which shift")
  String swapFor();

  @Message("Nobody else has a shift in the next 60 days.")
  String noOffers();

  @Message("Requests")
  String requests();

  @Message("Nobody waits for an answer of yours, nor you for one.")
  String noRequests();

  @Message("asks for cover in")
  String asksForCover();

  @Message("Take the shift")
  String takeIt();

  @Message("proposes a swap in")
  String proposesSwap();

  @Message("you get")
  String youGet();

  @Message("you give")
  String youGive();

  @Message("Accept")
  String accept();

  @Message("Decline")
  String decline();

  @Message("You ask for cover in")
  String youAskForCover();

  @Message("You propose a swap to")
  String youProposeSwap();

  @Message("Withdraw")
  String withdraw();

  @Message("absent")
  String absent();

  @Message("Business hours")
  String businessHours();

  @Message("Let the chosen person share the turn of {turn}")
  String joinTurn(String turn);

  @Message(
      "Choose a person; then add a turn at the end, or press + beside a turn that they " + "share.")
  String addTurnHint();

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

  @Message("Layers, before overrides")
  String layers();

  @Message("Overrides")
  String overrides();

  @Message("Swaps proposed")
  String swapsProposed();

  @Message("instead of")
  String insteadOf();

  @Message("in addition")
  String beside();

  @Message("Day by day")
  String dayByDay();

  @Message("Day")
  String dayOfList();

  @Message("Fairness and coverage")
  String fairness();

  @Message("History")
  String history();

  @Message("This shift is over; the past cannot be handed over.")
  String isOver();

  @Message(
      "This shift has begun, and only shifts that have not begun can be swapped. Ask for cover of "
          + "what is left of it, or make an override.")
  String hasBegun();

  @Message("As others see me")
  String howOthersSeeMe();
}
