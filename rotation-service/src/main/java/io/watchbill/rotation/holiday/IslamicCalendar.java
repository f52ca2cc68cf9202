package io.watchbill.rotation.holiday;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The Islamic calendar of Umm al-Qura, from the year 1300 (1882) to 1600 (2174). A table of our
 * own: the JDK's {@link java.time.chrono.HijrahChronology} reads a file of the JDK's directory,
 * which a native executable does not have.
 */
final class IslamicCalendar {
  static final int FIRST_YEAR = 1300;
  static final int LAST_YEAR = 1600;

  private static final LocalDate FIRST_DAY = LocalDate.of(1882, 11, 12);
  private static final int MONTHS = 12;

  /** Three hexadecimal digits a year, one bit a month from the lowest on: 30 days, not 29. */
  private static final String LONG_MONTHS =
      "5552ab9372b657636cb55aaa95649e95d2ba5b53aab4ba9652e2ad56db5a752f25e8ad16a56ab56b4da9b92b25"
          + "64ba9b35a6d95d4da5d4aa955369752f46e96d46a953525d4bd9ba3b4b69b2aa554ada5d2da6d9eaae94d2ac56"
          + "4aea6d56ad55d4aa9352ba5b53a6b5ea9d52d29a554ad56daea6e4ed1da2aaa95a2da5b9bb27646c95552ab4db"
          + "aba5b4da9d52aa592d26d8ed2daad5aa5a4b4979372b6975d69d52c9592b25b4db9d55d2da5d4aa9554daad3aa"
          + "bd2bc4b89a9552d5adb6a6d4dc9d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d4"
          + "6a5b27a4d4ad56db5a754f49e92d26a563566b5baab92b2568ba9b55aada5b4da9b52a9a536276575af26d46a9"
          + "5552ad4bd9ba574b69b52a9552da5d4daad96b2e95e2ac9692eaad56ad65d4ad1562bc5b53a6b5db2d64d29a55"
          + "4ad96daea6e8ed1da4d4aa6a2da5b9b72b686d16554ab95b2ba5b5da9d52ca694e46e95d4daad5aaaa4d49b937"
          + "4b6975d6ad52aa594b2ab55bad95d2dc5d92b25555ab55b4ba97a2745593aab4d69d65d2ba5b4aa954ad15d2dd"
          + "9da5b45a952d25b8b717656db6aacaa9652b15b2bb5b6daab94d46a8d52da9d55a755749f13e4aa965566b5baa"
          + "b94";

  private static final int[] FIRST_DAYS = firstDays();

  private IslamicCalendar() {}

  /** Returns the day of the Gregorian calendar; the day may lie beyond the month's end. */
  static LocalDate date(int year, int month, int day) {
    return FIRST_DAY.plusDays(FIRST_DAYS[months(year) + month - 1] + day - 1L);
  }

  /** Returns the Islamic year in which a day of the Gregorian calendar lies. */
  static int year(LocalDate date) {
    long days = ChronoUnit.DAYS.between(FIRST_DAY, date);
    int found = Arrays.binarySearch(FIRST_DAYS, (int) days);
    int month = found < 0 ? -found - 2 : found;
    return FIRST_YEAR + month / MONTHS;
  }

  private static int months(int year) {
    return (year - FIRST_YEAR) * MONTHS;
  }

  private static int[] firstDays() {
    int[] days = new int[(LAST_YEAR - FIRST_YEAR + 1) * MONTHS + 1];
    for (int month = 0; month < days.length - 1; month++) {
      int year = 3 * (month / MONTHS);
      int isLong = (Integer.parseInt(LONG_MONTHS, year, year + 3, 16) >> (month % MONTHS)) & 1;
      days[month + 1] = days[month] + 29 + isLong;
    }
    return days;
  }
}
