package io.watchbill.escalation;

import io.watchbill.testkit.ServiceFiles;

class FilesTest extends ServiceFiles {}
