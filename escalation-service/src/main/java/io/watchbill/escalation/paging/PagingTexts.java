package io.watchbill.escalation.paging;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of this service's pages. */
@MessageBundle("text")
public interface PagingTexts {
  @Message("No policy")
  String noPolicy();

  @Message("Next step")
  String next();

  @Message("Ended")
  String ended();

  @Message("Waits for a change of the incident")
  String waits();

  @Message("Held")
  String held();

  @Message("Nobody has been paged.")
  String nobodyPaged();

  @Message("Messages")
  String messages();

  @Message("To")
  String to();

  @Message("By")
  String by();

  @Message("State")
  String state();

  @Message("Due")
  String dueAt();

  @Message("Handed over")
  String handedOver();

  @Message("Acknowledge")
  String acknowledge();

  @Message("You have no open pages.")
  String noPages();

  @Message("Escalate")
  String escalate();

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

  @Message("fallback")
  String fallback();

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

  @Message("immediately")
  String atOnce();

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

  @Message("within the working hours of who is paged")
  String insideOwnHours();

  @Message("outside the working hours of who is paged")
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

  @Message("After the last step all run again, {times}×.")
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

  @Message("Who would be paged now, and what its author may not have meant")
  String checkHelp();

  @Message("As text")
  String asText();

  @Message("Archive")
  String archive();

  @Message("New incidents are not paged by it any more; running escalations go on.")
  String archiveHelp();

  @Message("Not done")
  String notDone();

  @Message("Reason")
  String reason();

  @Message("Note")
  String note();

  @Message("To whom")
  String toWhom();

  @Message(
      "A person, or the people who hold a role of a rotation now; the next step of the policy if both are empty.")
  String toWhomHint();

  @Message(
      "somebody has changed it meanwhile. What is stored now stands below; saving again replaces it.")
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

  @Message("Save")
  String save();

  @Message("Replace what is stored")
  String saveAnyway();

  @Message("Cancel")
  String cancel();

  @Message("Stored now")
  String storedNow();

  @Message("An incident {severity} now would page")
  String wouldPage(String severity);

  @Message("after {span}")
  String later(String span);

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

  @Message("Person")
  String person();

  @Message("Rotation")
  String rotation();

  @Message("Role")
  String role();

  @Message("Channel")
  String channel();

  @Message("Because")
  String because();

  @Message("What happens")
  String whatHappens();

  @Message("repetition {number}")
  String repetition(int number);

  @Message("all steps again ({number})")
  String runNumber(int number);

  @Message("Steps that are not taken")
  String notTaken();

  @Message("Contact methods")
  String contactMethods();

  @Message("Contact methods of {name}")
  String contactMethodsOf(String name);

  @Message("Contact method")
  String contactMethod();

  @Message("You are signed in with a key that is no person's: it has no contact methods.")
  String noPerson();

  @Message("A code was sent to {method}. Enter it here within ten minutes.")
  String codeSent(String method);

  @Message("The secret of {method} is shown only now: it signs the messages.")
  String secretOnce(String method);

  @Message("Kind")
  String kind();

  @Message("Address")
  String address();

  @Message("Used")
  String used();

  @Message("Actions")
  String actions();

  @Message("hidden")
  String hidden();

  @Message("verified")
  String verified();

  @Message("not verified")
  String notVerified();

  @Message("The last message failed")
  String failing();

  @Message("Last message")
  String lastMessage();

  @Message("not used")
  String notUsed();

  @Message("Send a code")
  String sendCode();

  @Message("Code")
  String code();

  @Message("Verify")
  String verify();

  @Message("Remove")
  String remove();

  @Message("Remove {method}")
  String removeNow(String method);

  @Message("No contact method: pages cannot reach this person.")
  String noContactMethods();

  @Message("Add a contact method")
  String addMethod();

  @Message("Of e-mail: name@example.org. Of a webhook: https://… A terminal needs none.")
  String addressHint();

  @Message("Name")
  String methodName();

  @Message("Small letters, digits and hyphens; empty for the kind.")
  String methodNameHint();

  @Message("Notification rules")
  String rules();

  @Message(
      "Minutes from the page until a method is used, if nobody has acknowledged; seconds as 90 s. A method without a number is not used; without any number, all are used at once.")
  String rulesHint();

  @Message("Minutes until {method}")
  String minutesUntil(String method);

  @Message("Incident (id)")
  String incidentId();

  @Message("Incident")
  String incident();

  @Message("any")
  String any();

  @Message("waits")
  String queued();

  @Message("being sent")
  String sending();

  @Message("held back")
  String heldBack();

  @Message("sent")
  String sentState();

  @Message("failed")
  String failed();

  @Message("not needed any more")
  String dropped();

  @Message("refused for good")
  String refused();

  @Message("may have arrived")
  String unknownOutcome();

  @Message("not sent")
  String notSent();

  @Message("From")
  String since();

  @Message("To")
  String untilTime();

  @Message("Show")
  String show();

  @Message("Created")
  String created();

  @Message("Destination")
  String destination();

  @Message("Purpose")
  String purpose();

  @Message("policy")
  String purposeMain();

  @Message("escalated by hand")
  String purposeManual();

  @Message("last resort")
  String purposeLast();

  @Message("Latency")
  String latency();

  @Message("Attempt")
  String attempt();

  @Message("Attempts")
  String attempts();

  @Message("Detail")
  String detail();

  @Message("Provider's id")
  String providerId();

  @Message("only this")
  String only();

  @Message("only this: {reference}")
  String onlyOf(String reference);

  @Message("Older")
  String older();

  @Message("No messages here.")
  String noMessages();

  @Message(
      "Where nobody was paged or nobody acknowledged: the fallback policy and the last-resort contact were paged.")
  String alarmsHelp();

  @Message("Kind")
  String kindOfAlarm();

  @Message("Raised")
  String raised();

  @Message("Round")
  String round();

  @Message("Branch")
  String branchName();

  @Message("No alarms here.")
  String noAlarms();

  @Message("Parked events")
  String parkedEvents();

  @Message("Tests")
  String tests();

  @Message("All tests passed.")
  String allPassed();

  @Message("Tests, as YAML")
  String testsText();

  @Message("They are not stored. Without onCall they run by the shifts that are known.")
  String testsHint();
}
