package io.watchbill.rotation.holiday;

import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.spi.ChristianHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.Described;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonthHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayConfigurations;
import de.focus_shift.jollyday.core.spi.IslamicHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.Limited;
import de.focus_shift.jollyday.core.spi.Movable;
import de.focus_shift.jollyday.core.spi.Occurrence;
import de.focus_shift.jollyday.core.spi.Relation;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSundayHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToFixedHolidayConfiguration;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonthHolidayConfiguration;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.MonthDay;
import java.time.Year;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.threeten.extra.Days;
import org.threeten.extra.chrono.JulianChronology;

/**
 * The rules of a country or region, an element {@code <Holidays>} of Jollyday's files, as
 * Jollyday's parsers take them. The library's own reader works by reflection (JAXB), all of which
 * would have to be registered for a native executable.
 */
record HolidayRules(XmlElement holidays) implements HolidayConfigurations {

  @Override
  public List<FixedHolidayConfiguration> fixed() {
    return all("Fixed", Fixed::new);
  }

  @Override
  public List<RelativeToFixedHolidayConfiguration> relativeToFixed() {
    return all("RelativeToFixed", RelativeToFixed::new);
  }

  @Override
  public List<RelativeToWeekdayInMonthHolidayConfiguration> relativeToWeekdayInMonth() {
    return all("RelativeToWeekdayInMonth", RelativeToWeekdayInMonth::new);
  }

  @Override
  public List<FixedWeekdayInMonthHolidayConfiguration> fixedWeekdays() {
    return all("FixedWeekday", FixedWeekdayInMonth::new);
  }

  @Override
  public List<ChristianHolidayConfiguration> christianHolidays() {
    return all("ChristianHoliday", Christian::new);
  }

  @Override
  public List<IslamicHolidayConfiguration> islamicHolidays() {
    return all("IslamicHoliday", Islamic::new);
  }

  @Override
  public List<FixedWeekdayBetweenFixedHolidayConfiguration> fixedWeekdayBetweenFixed() {
    return all("FixedWeekdayBetweenFixed", FixedWeekdayBetweenFixed::new);
  }

  @Override
  public List<FixedWeekdayRelativeToFixedHolidayConfiguration> fixedWeekdayRelativeToFixed() {
    return all("FixedWeekdayRelativeToFixed", FixedWeekdayRelativeToFixed::new);
  }

  @Override
  public List<EthiopianOrthodoxHolidayConfiguration> ethiopianOrthodoxHolidays() {
    return all("EthiopianOrthodoxHoliday", EthiopianOrthodox::new);
  }

  @Override
  public List<RelativeToEasterSundayHolidayConfiguration> relativeToEasterSunday() {
    return all("RelativeToEasterSunday", RelativeToEasterSunday::new);
  }

  private <T> List<T> all(String name, Function<XmlElement, T> rule) {
    return holidays.all(name).map(rule).toList();
  }

  private static Chronology chronology(Optional<String> name) {
    return name.filter("JULIAN"::equals).isPresent()
        ? JulianChronology.INSTANCE
        : IsoChronology.INSTANCE;
  }

  private abstract static class Rule implements Described, Limited {
    final XmlElement element;

    Rule(XmlElement element) {
      this.element = element;
    }

    DayOfWeek dayOfWeek() {
      return DayOfWeek.valueOf(element.required("weekday"));
    }

    Relation relation() {
      return Relation.valueOf(element.required("when"));
    }

    Occurrence occurrence() {
      return Occurrence.valueOf(element.required("which"));
    }

    @Override
    public String descriptionPropertiesKey() {
      return element.attribute("descriptionPropertiesKey").orElseGet(this::ownKey);
    }

    /** The key of a kind of holiday that is named by its type. */
    private String ownKey() {
      return element
          .attribute("type")
          .map(
              type ->
                  descriptionPropertiesKeyPrefix()
                      + descriptionPropertiesKeyPrefixSeparator()
                      + type)
          .orElse("");
    }

    @Override
    public HolidayType holidayType() {
      return element
          .attribute("localizedType")
          .map(HolidayType::valueOf)
          .orElse(HolidayType.PUBLIC_HOLIDAY);
    }

    @Override
    public Optional<Year> validFrom() {
      return element.attribute("validFrom").map(Year::parse);
    }

    @Override
    public Optional<Year> validTo() {
      return element.attribute("validTo").map(Year::parse);
    }

    @Override
    public YearCycle cycle() {
      return element.attribute("every").map(YearCycle::valueOf).orElse(YearCycle.EVERY_YEAR);
    }
  }

  private abstract static class MovableRule extends Rule implements Movable {
    MovableRule(XmlElement element) {
      super(element);
    }

    @Override
    public List<MovingCondition> conditions() {
      return element.all("MovingCondition").<MovingCondition>map(Condition::new).toList();
    }
  }

  private record Condition(XmlElement element) implements Movable.MovingCondition {
    @Override
    public DayOfWeek weekday() {
      return DayOfWeek.valueOf(element.required("weekday"));
    }

    @Override
    public With with() {
      return With.valueOf(element.required("with"));
    }

    @Override
    public DayOfWeek substitute() {
      return DayOfWeek.valueOf(element.required("substitute"));
    }
  }

  private static final class Fixed extends MovableRule implements FixedHolidayConfiguration {
    Fixed(XmlElement element) {
      super(element);
    }

    @Override
    public MonthDay day() {
      return MonthDay.of(
          Month.valueOf(element.required("month")), Integer.parseInt(element.required("day")));
    }
  }

  private static final class FixedWeekdayInMonth extends MovableRule
      implements FixedWeekdayInMonthHolidayConfiguration {
    FixedWeekdayInMonth(XmlElement element) {
      super(element);
    }

    @Override
    public DayOfWeek weekday() {
      return dayOfWeek();
    }

    @Override
    public Month month() {
      return Month.valueOf(element.required("month"));
    }

    @Override
    public Occurrence which() {
      return occurrence();
    }
  }

  private static final class Christian extends MovableRule
      implements ChristianHolidayConfiguration {
    Christian(XmlElement element) {
      super(element);
    }

    @Override
    public ChristianHolidayType type() {
      return ChristianHolidayType.valueOf(element.required("type"));
    }

    @Override
    public Chronology chronology() {
      return HolidayRules.chronology(element.attribute("chronology"));
    }
  }

  private static final class Islamic extends MovableRule implements IslamicHolidayConfiguration {
    Islamic(XmlElement element) {
      super(element);
    }

    @Override
    public IslamicHolidayType type() {
      return IslamicHolidayType.valueOf(element.required("type"));
    }
  }

  private static final class EthiopianOrthodox extends Rule
      implements EthiopianOrthodoxHolidayConfiguration {
    EthiopianOrthodox(XmlElement element) {
      super(element);
    }

    @Override
    public EthiopianOrthodoxHolidayType type() {
      return EthiopianOrthodoxHolidayType.valueOf(element.required("type"));
    }
  }

  private static final class RelativeToEasterSunday extends Rule
      implements RelativeToEasterSundayHolidayConfiguration {
    RelativeToEasterSunday(XmlElement element) {
      super(element);
    }

    @Override
    public Chronology chronology() {
      return HolidayRules.chronology(element.first("chronology").map(XmlElement::text));
    }

    @Override
    public Days days() {
      return Days.of(Integer.parseInt(element.one("days").text()));
    }
  }

  private static final class RelativeToFixed extends Rule
      implements RelativeToFixedHolidayConfiguration {
    RelativeToFixed(XmlElement element) {
      super(element);
    }

    @Override
    public Optional<DayOfWeek> weekday() {
      return element.first("Weekday").map(XmlElement::text).map(DayOfWeek::valueOf);
    }

    @Override
    public Optional<Days> days() {
      return element.first("Days").map(XmlElement::text).map(Integer::valueOf).map(Days::of);
    }

    @Override
    public Optional<Relation> when() {
      return element.first("When").map(XmlElement::text).map(Relation::valueOf);
    }

    @Override
    public FixedHolidayConfiguration date() {
      return new Fixed(element.one("Date"));
    }
  }

  private static final class RelativeToWeekdayInMonth extends Rule
      implements RelativeToWeekdayInMonthHolidayConfiguration {
    RelativeToWeekdayInMonth(XmlElement element) {
      super(element);
    }

    @Override
    public DayOfWeek weekday() {
      return dayOfWeek();
    }

    @Override
    public Relation when() {
      return relation();
    }

    @Override
    public FixedWeekdayInMonthHolidayConfiguration weekdayInMonth() {
      return new FixedWeekdayInMonth(element.one("FixedWeekday"));
    }
  }

  private static final class FixedWeekdayRelativeToFixed extends Rule
      implements FixedWeekdayRelativeToFixedHolidayConfiguration {
    FixedWeekdayRelativeToFixed(XmlElement element) {
      super(element);
    }

    @Override
    public FixedHolidayConfiguration day() {
      return new Fixed(element.one("day"));
    }

    @Override
    public Occurrence which() {
      return occurrence();
    }

    @Override
    public DayOfWeek weekday() {
      return dayOfWeek();
    }

    @Override
    public Relation when() {
      return relation();
    }
  }

  private static final class FixedWeekdayBetweenFixed extends Rule
      implements FixedWeekdayBetweenFixedHolidayConfiguration {
    FixedWeekdayBetweenFixed(XmlElement element) {
      super(element);
    }

    @Override
    public FixedHolidayConfiguration from() {
      return new Fixed(element.one("from"));
    }

    @Override
    public FixedHolidayConfiguration to() {
      return new Fixed(element.one("to"));
    }

    @Override
    public DayOfWeek weekday() {
      return dayOfWeek();
    }
  }
}
