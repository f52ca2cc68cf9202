"""Writes expectations.json: what PyPI's recurring-ical-events makes of calendars.

    python3 -m venv venv && venv/bin/pip install recurring-ical-events==3.8.2
    venv/bin/python expectations.py

Hand-written cases and random ones, always the same. CalendarFile is held against them.
"""

import json
import random
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import recurring_ical_events
from dateutil.rrule import rrulestr

UTC = ZoneInfo("UTC")


def calendar(*lines, head=()):
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *head, *lines, "END:VCALENDAR", ""]
    )


def event(*lines, uid="1", summary="shift"):
    return ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20260101T000000Z", f"SUMMARY:{summary}", *lines,
            "END:VEVENT"]


def instant(value, zone):
    if isinstance(value, datetime):
        aware = value if value.tzinfo else value.replace(tzinfo=zone)
    else:
        aware = datetime(value.year, value.month, value.day, tzinfo=zone)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def case(name, text, zone, start, end):
    parsed = icalendar.Calendar.from_ical(text)
    floating = ZoneInfo(str(parsed.get("X-WR-TIMEZONE", zone)))
    first, last = datetime.fromisoformat(start + "T00:00:00Z"), datetime.fromisoformat(end + "T00:00:00Z")
    found = recurring_ical_events.of(parsed).between(first - timedelta(days=3), last + timedelta(days=3))
    lower, upper = start + "T00:00:00Z", end + "T00:00:00Z"
    expected = {}
    for e in found:
        begins, ends = e["DTSTART"].dt, e["DTEND"].dt
        first, last = instant(begins, floating), instant(ends, floating)
        if last <= first:
            # From the hour that does not exist to its end: nothing is left by the clocks.
            last = instant(datetime.fromisoformat(first).astimezone(UTC) + (ends - begins), floating)
        if first < upper and last > lower:
            # Two local times that are one instant are one occurrence.
            key = (first, str(e.get("SUMMARY", "")))
            expected[key] = min(last, expected.get(key, last))
    expected = sorted(f"{first} {last} {text}" for (first, text), last in expected.items())
    return {"name": name, "zone": zone, "from": start, "to": end, "file": text, "expected": expected}


BERLIN = "TZID=Europe/Berlin"
VTIMEZONE = [
    "BEGIN:VTIMEZONE", "TZID:Customized Time Zone",
    "BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10", "END:STANDARD",
    "BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE"]


def by_hand():
    y = ("2026-01-01", "2027-01-01")

    def one(name, *lines, zone="America/New_York", span=y, head=(), more=()):
        return case(name, calendar(*event(*lines), *more, head=head), zone, *span)

    weekly = (f"DTSTART;{BERLIN}:20260105T090000", f"DTEND;{BERLIN}:20260105T170000", "RRULE:FREQ=WEEKLY")
    yield one("weekly in Berlin over both changes", *weekly)
    yield one("early mornings in Taipei", "DTSTART;TZID=Asia/Taipei:20260105T060000", "DURATION:PT2H",
              "RRULE:FREQ=WEEKLY;BYDAY=MO,WE")
    yield one("one excluded", *weekly, f"EXDATE;{BERLIN}:20260112T090000,20260330T090000")
    yield one("excluded in UTC", *weekly, "EXDATE:20260112T080000Z,20260330T070000Z")
    yield one("one moved", *weekly, more=event(
        f"RECURRENCE-ID;{BERLIN}:20260112T090000", f"DTSTART;{BERLIN}:20260113T110000",
        f"DTEND;{BERLIN}:20260113T120000", summary="moved"))
    yield one("one moved, named in UTC", *weekly, more=event(
        "RECURRENCE-ID:20260330T070000Z", f"DTSTART;{BERLIN}:20260401T110000",
        f"DTEND;{BERLIN}:20260401T120000", summary="moved"))
    yield one("moved out of the range", *weekly, span=("2026-02-01", "2026-03-01"), more=event(
        f"RECURRENCE-ID;{BERLIN}:20260209T090000", f"DTSTART;{BERLIN}:20260609T110000",
        f"DTEND;{BERLIN}:20260609T120000", summary="moved"))
    yield one("moved into the range", *weekly, span=("2026-02-01", "2026-03-01"), more=event(
        f"RECURRENCE-ID;{BERLIN}:20260609T090000", f"DTSTART;{BERLIN}:20260210T110000",
        f"DTEND;{BERLIN}:20260210T120000", summary="moved"))
    yield one("until in UTC", *weekly[:2], "RRULE:FREQ=WEEKLY;UNTIL=20260330T070000Z")
    yield one("until a second too early", *weekly[:2], "RRULE:FREQ=WEEKLY;UNTIL=20260330T065959Z")
    yield one("count, one of them excluded", *weekly[:2], "RRULE:FREQ=WEEKLY;COUNT=5",
              f"EXDATE;{BERLIN}:20260112T090000")
    yield one("count that began long ago", f"DTSTART;{BERLIN}:20000105T090000", "DURATION:PT1H",
              "RRULE:FREQ=DAILY;COUNT=9600")
    yield one("extra dates", *weekly[:2], f"RDATE;{BERLIN}:20260107T120000,20260701T120000")
    yield one("extra periods", *weekly[:2],
              "RDATE;VALUE=PERIOD:20260107T120000Z/20260107T130000Z,20260701T120000Z/PT30M")
    for monday in ("MO", "SU"):
        yield one(f"every other week begins on {monday}", f"DTSTART;{BERLIN}:20260106T090000", "DURATION:PT1H",
                  f"RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST={monday}")
    yield one("whole days", "DTSTART;VALUE=DATE:20260328", "DTEND;VALUE=DATE:20260330", zone="Europe/Berlin")
    yield one("every day a whole day", "DTSTART;VALUE=DATE:20260320", "RRULE:FREQ=DAILY;COUNT=30",
              zone="Europe/Berlin")
    yield one("whole days of a year", "DTSTART;VALUE=DATE:20201225", "DURATION:P2D", "RRULE:FREQ=YEARLY",
              zone="Australia/Sydney")
    yield one("floating", "DTSTART:20260325T090000", "DTEND:20260325T100000", "RRULE:FREQ=DAILY;COUNT=9",
              zone="Europe/Berlin")
    yield one("floating in the calendar's zone", "DTSTART:20260325T090000", "DTEND:20260325T100000",
              "RRULE:FREQ=DAILY;COUNT=9", head=["X-WR-TIMEZONE:Europe/Berlin"])
    yield one("whole days in the calendar's zone", "DTSTART;VALUE=DATE:20260329", "RRULE:FREQ=DAILY;COUNT=2",
              head=["X-WR-TIMEZONE:Europe/Berlin"])
    yield one("a Windows zone", "DTSTART;TZID=W. Europe Standard Time:20260323T090000", "DURATION:PT1H",
              "RRULE:FREQ=WEEKLY;COUNT=4")
    yield one("a Windows zone in quotes", 'DTSTART;TZID="Pacific Standard Time":20260302T090000', "DURATION:PT1H",
              "RRULE:FREQ=WEEKLY;COUNT=4")
    yield one("a zone of its own", "DTSTART;TZID=Customized Time Zone:20260323T090000",
              "DTEND;TZID=Customized Time Zone:20260323T100000", "RRULE:FREQ=WEEKLY;COUNT=40", head=VTIMEZONE)
    yield one("nights over the changes", f"DTSTART;{BERLIN}:20260320T220000", f"DTEND;{BERLIN}:20260321T060000",
              "RRULE:FREQ=DAILY")
    yield one("in the hour that does not exist", f"DTSTART;{BERLIN}:20260327T023000",
              f"DTEND;{BERLIN}:20260327T043000", "RRULE:FREQ=DAILY;COUNT=4")
    yield one("in the doubled hour", f"DTSTART;{BERLIN}:20261023T023000", f"DTEND;{BERLIN}:20261023T043000",
              "RRULE:FREQ=DAILY;COUNT=4")
    yield one("begins and ends in two zones", f"DTSTART;{BERLIN}:20260323T090000",
              "DTEND;TZID=America/New_York:20260323T090000")
    yield one("folded", "DTSTART;TZID=Europe\r\n /Berlin:2026032\r\n 3T090000", "DURATION:PT1\r\n\tH")
    yield one("a year of days", f"DTSTART;{BERLIN}:20260101T090000", f"DTEND;{BERLIN}:20260102T090000",
              "RRULE:FREQ=DAILY", span=("2026-02-01", "2026-04-20"))
    for rule in ("MONTHLY;BYDAY=-1FR", "MONTHLY;BYDAY=1MO,3MO", "MONTHLY;BYMONTHDAY=-1",
                 "MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "MONTHLY;BYDAY=FR;BYMONTHDAY=13",
                 "YEARLY;BYMONTH=1;BYDAY=SU,MO", "YEARLY;BYDAY=20MO", "YEARLY;BYWEEKNO=20;BYDAY=MO",
                 "YEARLY;BYYEARDAY=1,100,-1", "DAILY;BYMONTH=2;INTERVAL=3", "HOURLY;INTERVAL=5;COUNT=90",
                 "MINUTELY;INTERVAL=90;COUNT=60", "DAILY;BYHOUR=9,17;BYMINUTE=0,30;COUNT=40"):
        first = rrulestr("FREQ=" + rule, dtstart=datetime(2025, 11, 3, 9))[0]
        yield one(rule, f"DTSTART;{BERLIN}:{first:%Y%m%dT%H%M%S}", "DURATION:PT20M", "RRULE:FREQ=" + rule,
                  span=("2025-11-01", "2026-11-10"))


ZONES = ["Europe/Berlin", "America/New_York", "Asia/Taipei", "Australia/Lord_Howe", "America/Sao_Paulo", "UTC"]
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


def random_rule(r):
    freq = r.choice(["DAILY", "DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "HOURLY"])
    parts = [f"FREQ={freq}"]
    if r.random() < 0.5:
        parts.append(f"INTERVAL={r.randint(2, 30) if freq == 'HOURLY' else r.randint(1, 4)}")
    if freq == "WEEKLY" and r.random() < 0.7:
        parts.append("BYDAY=" + ",".join(r.sample(DAYS, r.randint(1, 4))))
    if freq == "WEEKLY" and r.random() < 0.5:
        parts.append(f"WKST={r.choice(DAYS)}")
    if freq in ("MONTHLY", "YEARLY"):
        kind = r.randint(0, 4)
        if kind == 0:
            parts.append("BYMONTHDAY=" + ",".join(str(r.choice([1, 5, 13, 28, 31, -1, -3])) for _ in range(2)))
        elif kind == 1:
            parts.append("BYDAY=" + ",".join(r.choice(["1", "2", "-1", "-2"]) + d for d in r.sample(DAYS, 2)))
        elif kind == 2:
            parts.append("BYDAY=" + ",".join(r.sample(DAYS, 3)))
            if freq == "MONTHLY":
                parts.append(f"BYSETPOS={r.choice(['1', '-1', '2', '1,-1'])}")
        if r.random() < 0.3 and kind != 3:
            parts.append("BYMONTH=" + ",".join(str(m) for m in sorted(r.sample(range(1, 13), 3))))
    if freq == "DAILY" and r.random() < 0.3:
        parts.append("BYDAY=" + ",".join(r.sample(DAYS, 3)))
    if freq in ("DAILY", "WEEKLY") and r.random() < 0.2:
        parts.append("BYHOUR=" + ",".join(str(h) for h in sorted(r.sample(range(24), 2))))
    return ";".join(parts)


def random_case(seed):
    r = random.Random(seed)
    zone = r.choice(ZONES)
    rule = random_rule(r)
    guess = datetime(2025, r.randint(1, 12), r.randint(1, 28), r.randint(0, 23), r.choice([0, 15, 30]))
    whole = r.random() < 0.2 and "HOUR" not in rule
    if whole:
        guess = guess.replace(hour=0, minute=0)
    occurrences = []
    for at in rrulestr(rule, dtstart=guess):
        occurrences.append(at)
        if at > datetime(2027, 6, 1) or len(occurrences) > 5000:
            break
    if not occurrences:
        return random_case(seed + 10_000)
    start = occurrences[0]
    ending = r.randint(0, 3)
    last = r.choice(occurrences)
    tz = ZoneInfo(zone)
    if ending == 0:
        rule += f";COUNT={r.randint(1, 60)}"
    elif ending == 1 and whole:
        rule += f";UNTIL={last:%Y%m%d}"
    elif ending == 1:
        rule += f";UNTIL={last.replace(tzinfo=tz).astimezone(UTC):%Y%m%dT%H%M%SZ}"

    def time(name, at):
        if whole:
            return f"{name};VALUE=DATE:{at:%Y%m%d}"
        return f"{name}:{at:%Y%m%dT%H%M%SZ}" if zone == "UTC" else f"{name};TZID={zone}:{at:%Y%m%dT%H%M%S}"

    length = timedelta(days=r.randint(1, 3)) if whole else timedelta(minutes=r.choice([30, 60, 480, 600, 1440]))
    lines = [time("DTSTART", start), time("DTEND", start + length), "RRULE:" + rule]
    for at in r.sample(occurrences, min(len(occurrences), r.randint(0, 4))):
        lines.append(time("EXDATE", at))
    if r.random() < 0.3:
        for _ in range(2):
            lines.append(time("RDATE", start + timedelta(days=r.randint(1, 500), minutes=0 if whole else 7)))
    text = event(*lines)
    for at in r.sample(occurrences[:80], min(len(occurrences[:80]), r.randint(0, 2))):
        to = at + timedelta(days=r.randint(-2, 5), minutes=0 if whole else 11)
        text += event(time("RECURRENCE-ID", at), time("DTSTART", to), time("DTEND", to + length), summary="moved")
    return case(f"seed {seed}", calendar(*text), "Pacific/Auckland" if r.random() < 0.5 else "America/Denver",
                *(("2026-03-20", "2026-04-10") if "HOUR" in rule else ("2026-03-01", "2026-11-10")))


cases = list(by_hand()) + [random_case(seed) for seed in range(200)]
target = Path(__file__).with_name("expectations.json")
lines = ",\n".join(json.dumps(c) for c in cases)
target.write_text(f"[\n{lines}\n]\n")
print(len(cases), "cases", sum(len(c["expected"]) for c in cases), "occurrences")
