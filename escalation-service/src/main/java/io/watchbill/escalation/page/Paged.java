package io.watchbill.escalation.page;

import java.util.List;

/**
 * What paging did.
 *
 * @param told the targets that were not paged so before
 * @param unreachable rounds and branches whose new pages can reach nobody
 */
public record Paged(List<String> told, List<Unreachable> unreachable) {}
