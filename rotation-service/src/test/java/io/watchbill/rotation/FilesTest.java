package io.watchbill.rotation;

import io.watchbill.testkit.ServiceFiles;

class FilesTest extends ServiceFiles {}
