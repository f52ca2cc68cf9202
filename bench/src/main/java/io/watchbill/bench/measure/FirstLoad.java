package io.watchbill.bench.measure;

import java.util.List;

/**
 * What a browser loads that has never been here.
 *
 * @param bytes of the bodies, as they were sent
 * @param files that the page names: style, scripts, icons, manifest
 * @param elsewhere what the page names that is on another host
 */
record FirstLoad(long bytes, int files, List<String> elsewhere) {}
