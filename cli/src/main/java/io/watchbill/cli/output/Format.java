package io.watchbill.cli.output;

/** What standard output is meant for. The names are those of the option. */
public enum Format {
  table,
  json,
  yaml
}
