package io.watchbill.incident;

import io.watchbill.testkit.ServiceFiles;

class FilesTest extends ServiceFiles {}
