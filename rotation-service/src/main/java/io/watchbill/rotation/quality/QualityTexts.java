package io.watchbill.rotation.quality;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of this page. */
@MessageBundle("quality")
public interface QualityTexts {
  @Message("Fairness and coverage")
  String title();

  @Message("Back to the schedule")
  String toSchedule();

  @Message("First day")
  String firstDay();

  @Message("Last day")
  String lastDay();

  @Message("All roles")
  String allRoles();

  @Message("How much each person is on call")
  String shares();

  @Message("Nobody is on call in these days.")
  String nobody();

  @Message("Night is from 22:00 to 06:00, weekend is Saturday and Sunday, where the person lives.")
  String sharesHelp();

  @Message("Hours on call")
  String hours();

  @Message("Hours at night")
  String nights();

  @Message("Hours at weekends")
  String weekends();

  @Message("Hours on holidays")
  String holidays();

  @Message("Shifts")
  String shifts();

  @Message("Taken from others")
  String extra();

  @Message("Taken over by others")
  String skipped();

  @Message("Absent")
  String absent();

  @Message("{hours} h")
  String inHours(long hours);

  @Message("How good the coverage is")
  String coverage();

  @Message("{value} of 100 for the next 60 days: the mean of the parts by their weight.")
  String score(int value);

  @Message("The parts of the rating")
  String parts();

  @Message("Part")
  String part();

  @Message("Weight")
  String weight();

  @Message("Value")
  String value();

  @Message("Why")
  String why();

  @Message("unknown")
  String unknown();

  @Message(
      "{#switch name}{#case 'coverage'}Somebody is on call{#case 'one role each'}One role each"
          + "{#case 'one rotation at a time'}One schedule at a time{#case 'nobody absent'}Nobody"
          + " absent{#case 'reachable'}Everybody can be reached{#else}{name}{/switch}")
  String partName(String name);

  @Message(
      "{#switch kind}{#case 'uncovered'}{count} of {of} hours have nobody on call{#case"
          + " 'nothing'}nothing found{#case 'found'}{count}×, see below{#case 'reachable'}everybody"
          + " has a verified contact method{#case 'unreachable'}no verified contact method:"
          + " {people}{#else}the escalation-service did not answer{/switch}")
  String because(String kind, long count, long of, String people);

  @Message("Problems found")
  String findings();

  @Message("None.")
  String noFindings();

  @Message("Only the first {most} are shown.")
  String moreFindings(int most);

  @Message("Problem")
  String problem();

  @Message(
      "{#switch kind}{#case 'gap'}Nobody is on call{#case 'two-roles'}Two roles at once{#case"
          + " 'absent'}On call while absent{#case 'double-booking'}On call in two schedules"
          + "{#case 'no-contact'}Cannot be reached{#else}{kind}{/switch}")
  String finding(String kind);
}
