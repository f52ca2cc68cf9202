package io.watchbill.rotation.access;

import io.watchbill.kit.slice.Slice;
import io.watchbill.rotation.board.FilledForm;
import io.watchbill.rotation.grant.GrantSet;
import java.util.List;
import java.util.Map;

/**
 * What the page of rights shows.
 *
 * @param teams for which rights can be given, by their ids
 * @param form of a right to give
 */
public record RightsPage(
    Slice<GrantSet> holders, Map<String, String> teams, List<String> rights, FilledForm form) {}
