package io.watchbill.incident.board;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of this service's pages. */
@MessageBundle("text")
public interface BoardTexts {
  @Message("Acknowledge")
  String acknowledge();

  @Message("Take acknowledgement back")
  String unacknowledge();

  @Message("Escalate")
  String escalate();

  @Message("Resolve")
  String resolve();

  @Message("Reopen")
  String reopen();

  @Message("Severity")
  String severity();

  @Message("State")
  String state();

  @Message("Team")
  String team();

  @Message("Title")
  String title();

  @Message("Incident")
  String reference();

  @Message("Acknowledged by")
  String owner();

  @Message("Opened")
  String opened();

  @Message("Acknowledge by")
  String clock();

  @Message("triggered")
  String triggered();

  @Message("acknowledged")
  String acknowledged();

  @Message("resolved")
  String resolved();

  @Message("open")
  String open();

  @Message("all")
  String all();

  @Message("any")
  String any();

  @Message("newest first")
  String newest();

  @Message("worst first")
  String bySeverity();

  @Message("Order")
  String sort();

  @Message("Show")
  String show();

  @Message("Choose {reference}")
  String choose(String reference);

  @Message("With those chosen")
  String chosen();

  @Message("No incidents here.")
  String noIncidents();

  @Message(
      "New alerts appear by themselves. Connect a sender under Integrations, or open an incident by hand.")
  String noIncidentsHelp();

  @Message("Open an incident")
  String openOne();

  @Message("More")
  String more();

  @Message("in time")
  String met();

  @Message("late")
  String breached();

  @Message("resolved before")
  String stopped();

  @Message("due")
  String running();

  @Message("Muted until")
  String muted();

  @Message("Snoozed until")
  String snoozed();

  @Message("Page again")
  String unmute();

  @Message("Comment")
  String comment();

  @Message("Add")
  String add();

  @Message("Change")
  String change();

  @Message("Reason")
  String reason();

  @Message("Change severity")
  String changeSeverity();

  @Message("Tags")
  String tags();

  @Message("Separated by commas")
  String tagsHint();

  @Message("Change tags")
  String changeTags();

  @Message("Assign to another team")
  String assign();

  @Message("Escalation policy")
  String policy();

  @Message("Leave empty for the team's own")
  String policyHint();

  @Message("Snooze")
  String snooze();

  @Message("For how long")
  String howLong();

  @Message("1 hour")
  String hour();

  @Message("4 hours")
  String hours4();

  @Message("8 hours")
  String hours8();

  @Message("1 day")
  String day();

  @Message("Timeline")
  String timeline();

  @Message("people")
  String people();

  @Message("pages")
  String pages();

  @Message("system")
  String system();

  @Message("Alerts")
  String alerts();

  @Message("No alerts: opened by hand.")
  String noAlerts();

  @Message("Source")
  String source();

  @Message("firing")
  String firing();

  @Message("Who is paged")
  String paging();

  @Message("Who is on call")
  String onCallNow();

  @Message("Loading …")
  String loading();

  @Message("Not done")
  String notDone();

  @Message("Actions")
  String actions();

  @Message("Round")
  String round();

  @Message("Integration")
  String integration();

  @Message("Legal hold: retention leaves it alone")
  String legalHold();

  @Message("My pages")
  String myPages();

  @Message("Am I on call?")
  String amIOnCall();

  @Message("Open incidents")
  String openIncidents();

  @Message("Gaps ahead")
  String gaps();

  @Message("Keys")
  String keys();

  @Message("j and k move, a acknowledges, r resolves, e escalates, / searches, ? shows this.")
  String keysHelp();

  @Message("Close")
  String close();

  @Message("none")
  String none();

  @Message("Last change")
  String lastUpdate();

  @Message("by")
  String by();

  @Message("yes")
  String yes();

  @Message("nobody yet")
  String unassigned();

  @Message("Similar incidents before")
  String similar();

  @Message("{count} alerts in common")
  String alertsInCommon(long count);

  @Message("Search for")
  String searchFor();

  @Message("Search again")
  String searchAgain();

  @Message(
      "The reference of an incident, such as INC-7, or words: of the titles of the newest 10,000 incidents, and of the names of people, teams and schedules.")
  String searchHelp();

  @Message("There are more. Add a word.")
  String moreFound();

  @Message("No incident has these words in its title.")
  String noneFound();

  @Message("People, teams and schedules")
  String peopleTeamsSchedules();

  @Message("acknowledged by me")
  String mine();

  @Message("Open")
  String openNow();
}
