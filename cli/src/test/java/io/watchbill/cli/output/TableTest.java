package io.watchbill.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {

  @Test
  void columnsAreAligned() {
    Table table = new Table("WHO", "ROLE");
    table.add("bob", "primary");
    table.add("charlie", "lead");

    assertThat(table.lines(0, false))
        .containsExactly("WHO      ROLE", "bob      primary", "charlie  lead");
  }

  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    Table table = new Table("A", "B");
    table.add("日本", "x");
    table.add("e\u0301", "x");
    table.add("🔥", "x");

    assertThat(table.lines(0, false))
        .containsExactly("A     B", "日本  x", "e\u0301     x", "🔥    x");
  }

  @Test
  void theLastColumnIsCutToTheTerminal() {
    Table table = new Table("A", "TITLE");
    table.add("x", "one two three four five");

    assertThat(table.lines(17, false)).containsExactly("A  TITLE", "x  one two three…");
  }

  @Test
  void aWideCharacterIsNotCutInHalf() {
    Table table = new Table("A", "TITLE");
    table.add("x", "日本日本日本日本");

    assertThat(table.lines(16, false).getLast()).isEqualTo("x  日本日本日本…");
  }

  @Test
  void aHostileFieldStaysOneLineWithoutControl() {
    Table table = new Table("A", "B");
    table.add("x\n\033[31my", "z");

    assertThat(table.lines(0, false)).containsExactly("A         B", "x \uFFFD[31my  z");
  }

  @Test
  void coloursDoNotMoveColumns() {
    Table table = new Table("A", "B");
    table.add(new Cell("bad", Style.BAD), Cell.of("x"));

    assertThat(table.lines(0, true).getLast()).isEqualTo("\033[31mbad\033[0m  x");
  }

  @Test
  void aRowHasAsManyFieldsAsHeads() {
    Table table = new Table("A", "B");

    assertThatThrownBy(() -> table.add("x")).hasMessageContaining("1 fields under 2 heads");
  }
}
