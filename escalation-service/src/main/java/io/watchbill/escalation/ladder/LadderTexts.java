package io.watchbill.escalation.ladder;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of the pages of policies. */
@MessageBundle("ladder")
public interface LadderTexts {
  @Message("Policy")
  String policy();

  @Message("New policy")
  String newPolicy();

  @Message("Team")
  String team();

  @Message("Used for")
  String usedFor();

  @Message("Version")
  String version();

  @Message("none: admins manage it")
  String adminsOnly();

  @Message("where no other policy applies, and after an alarm")
  String fallbackHelp();

  @Message("incidents that name it")
  String onRequest();

  @Message("incidents of {team}")
  String incidentsOf(String team);

  @Message("More")
  String more();

  @Message("No policy yet: nobody is paged by one.")
  String noPolicies();

  @Message("Id")
  String id();

  @Message("Dry run")
  String dryRun();

  @Message("Change")
  String change();

  @Message("Change {policy}")
  String changeOf(String policy);

  @Message("Steps")
  String steps();

  @Message("branch {name}")
  String branch(String name);

  @Message("{span} of the working hours of {rotation}")
  String workingHours(String span, String rotation);

  @Message("when the time to acknowledge is over")
  String afterSla();

  @Message("after the trigger")
  String afterTrigger();

  @Message("after the acknowledgement")
  String afterAcknowledgement();

  @Message("after the last update")
  String afterUpdate();

  @Message("after the change of severity")
  String afterSeverity();

  @Message("after the previous step")
  String afterPrevious();

  @Message("again every {every}, {times}×")
  String again(String every, int times);

  @Message("Pages")
  String pages();

  @Message("{role} of {rotation}")
  String roleOf(String role, String rotation);

  @Message("next {role} of {rotation}")
  String nextOf(String role, String rotation);

  @Message("everybody on call of the team {team}")
  String everybodyOf(String team);

  @Message("Commander")
  String commander();

  @Message("webhook {name}")
  String webhook(String name);

  @Message("Only if")
  String onlyIf();

  @Message("severity {severities}")
  String severityIs(String severities);

  @Message("tagged {tags}")
  String tagged(String tags);

  @Message("type {types}")
  String typeIs(String types);

  @Message("restricted")
  String isRestricted();

  @Message("not restricted")
  String isNotRestricted();

  @Message("within the working hours of {rotation}")
  String insideHours(String rotation);

  @Message("outside the working hours of {rotation}")
  String outsideHours(String rotation);

  @Message("within the working hours of the person who is paged")
  String insideOwnHours();

  @Message("outside the working hours of the person who is paged")
  String outsideOwnHours();

  @Message("As long as the incident is open, acknowledged or not.")
  String whileOpen();

  @Message("Until {count} people have acknowledged.")
  String untilSeveral(int count);

  @Message("Until somebody has acknowledged.")
  String untilAcknowledged();

  @Message("If nobody is there, pages instead")
  String insteadPages();

  @Message("If nobody is there, it waits until somebody is.")
  String holds();

  @Message("If nobody is there, it is skipped.")
  String skips();

  @Message("After the last step all steps run again, {times}×.")
  String anew(int times);

  @Message(
      "If nobody has acknowledged then, an alarm pages the fallback policy and the last-resort contact.")
  String endsWithAlarm();

  @Message("For {severities}, people are paged outside of working hours, too.")
  String evenOutside(String severities);

  @Message(
      "This version of Watchbill cannot read the policy; its incidents page the fallback policy.")
  String unreadable();

  @Message("Check")
  String check();

  @Message("Who would be paged now, and what may be a mistake")
  String checkHelp();

  @Message("As text")
  String asText();

  @Message("Archive")
  String archive();

  @Message("New incidents are not paged by it any more; running escalations go on.")
  String archiveHelp();

  @Message(
      "somebody else has changed it. The stored text is shown below; saving again replaces it.")
  String changedMeanwhile();

  @Message("Small letters, digits and hyphens; it never changes.")
  String idHint();

  @Message("Policy, as YAML")
  String policyText();

  @Message(
      "Comments are not kept. It counts for new incidents; running escalations keep the version that they began with.")
  String policyTextHint();

  @Message("Line {number}")
  String line(int number);

  @Message("Replace what is stored")
  String saveAnyway();

  @Message("Cancel")
  String cancel();

  @Message("Stored now")
  String storedNow();

  @Message("An incident {severity} now would page")
  String wouldPage(String severity);

  @Message("Nobody would be paged.")
  String nobodyWouldBe();

  @Message("{name} has no contact method.")
  String unreachable(String name);

  @Message("No contact method of {name} is verified.")
  String unverified(String name);

  @Message("{name} has only one contact method, {kind}.")
  String oneWay(String name, String kind);

  @Message("no contact method")
  String noWay();

  @Message("Alarm")
  String alarm();

  @Message("Findings")
  String findings();

  @Message("Nothing found.")
  String noFindings();

  @Message("Triggered at (time in {zone})")
  String triggeredAt(String zone);

  @Message("Empty for now.")
  String triggeredAtHint();

  @Message("Severity")
  String severity();

  @Message("Tags")
  String tags();

  @Message("With commas between them.")
  String tagsHint();

  @Message("More facts")
  String moreFacts();

  @Message("Type")
  String incidentType();

  @Message("Restricted")
  String restrictedIncident();

  @Message("The id of a person.")
  String personHint();

  @Message("Time to acknowledge, in minutes")
  String slaMinutes();

  @Message("Acknowledged by")
  String acknowledgedBy();

  @Message("Minutes after the trigger")
  String afterMinutes();

  @Message("Run")
  String run();

  @Message("Warnings")
  String warnings();

  @Message("Who would be paged")
  String whoIsPaged();

  @Message("At")
  String at();

  @Message("Step")
  String step();

  @Message("What happens")
  String whatHappens();

  @Message("repetition {number}")
  String repetition(int number);

  @Message("all steps again ({number})")
  String runNumber(int number);

  @Message("Steps that are not taken")
  String notTaken();

  @Message("Tests")
  String tests();

  @Message("All tests passed.")
  String allPassed();

  @Message("Tests, as YAML")
  String testsText();

  @Message("They are not stored. Without onCall they use the known shifts.")
  String testsHint();

  @Message("History")
  String history();

  @Message("Version {number}")
  String numbered(long number);

  @Message("current")
  String current();

  @Message("archived")
  String archived();

  @Message("Changed by")
  String author();

  @Message("Changed at")
  String madeAt();

  @Message("not recorded")
  String notRecorded();

  @Message("The first version that is kept.")
  String first();

  @Message("The text is the same.")
  String same();

  @Message("Lines with + are new, lines with - are gone.")
  String diffHelp();

  @Message("Older versions")
  String older();

  @Message("Back to the policy")
  String toPolicy();
}
