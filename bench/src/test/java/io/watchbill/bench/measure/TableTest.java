package io.watchbill.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");
  private static final LocalDate TUESDAY = LocalDate.parse("2026-01-06");
  private static final List<String> ORDER = List.of("intake", "paging");

  private static final Figure INTAKE = figure("intake/most", "500/s");
  private static final Figure PAGING = figure("paging/first-page", "300 ms");

  @Test
  void whatPeopleWroteAroundTheFiguresStays() {
    String page =
        "# Figures\n\nHow to read.\n\n" + Table.BEGIN + "\nold\n" + Table.END + "\n\nWhy.\n";

    String after = Table.into(page, "a machine", List.of(INTAKE), ORDER, MONDAY);

    assertThat(after)
        .startsWith("# Figures\n\nHow to read.\n\n")
        .endsWith(Table.END + "\n\nWhy.\n")
        .contains("| `intake/most` | what |  | 500/s |  |  | 2026-01-05 |")
        .doesNotContain("old");
  }

  @Test
  void figuresOfMeasuresThatWereNotMadeStayInTheirPlace() {
    String page = Table.into("", "a machine", List.of(PAGING), ORDER, MONDAY);

    String after = Table.into(page, "a machine", List.of(INTAKE), ORDER, TUESDAY);

    assertThat(rows(after)).hasSize(2);
    assertThat(rows(after).getFirst()).contains("intake/most", "2026-01-06");
    assertThat(rows(after).getLast()).contains("paging/first-page", "2026-01-05");
  }

  @Test
  void aMeasureThatIsMadeAgainLeavesNoOldFigure() {
    Figure gone = figure("intake/gone", "1/s");
    String page = Table.into("", "a machine", List.of(INTAKE, gone), ORDER, MONDAY);

    String after =
        Table.into(page, "a machine", List.of(figure("intake/most", "9/s")), ORDER, TUESDAY);

    assertThat(rows(after)).singleElement().asString().contains("9/s");
  }

  @Test
  void figuresOfAnotherMachineGo() {
    String page = Table.into("", "a machine", List.of(PAGING), ORDER, MONDAY);

    String after = Table.into(page, "another machine", List.of(INTAKE), ORDER, TUESDAY);

    assertThat(rows(after)).singleElement().asString().contains("intake/most");
  }

  private static List<String> rows(String page) {
    return page.lines().filter(line -> line.startsWith("| `")).toList();
  }

  private static Figure figure(String id, String measured) {
    return Figure.plain(id, "what", measured, "");
  }
}
