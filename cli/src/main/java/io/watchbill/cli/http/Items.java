package io.watchbill.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Items of a list.
 *
 * @param more whether there are more than these
 */
public record Items(List<JsonNode> all, boolean more) {}
