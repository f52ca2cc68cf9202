package io.watchbill.kit.trace;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.opentelemetry.runtime.config.runtime.exporter.OtlpExporterRuntimeConfig;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.Vertx;
import java.net.URI;

/**
 * Cuts gRPC, whose jars we leave out, from the exporter when an executable is built: there, unlike
 * on a JVM, whatever could be called has to be present.
 */
@TargetClass(className = "io.quarkus.opentelemetry.runtime.exporter.otlp.OTelExporterRecorder$1")
final class SpansOverHttp {
  private SpansOverHttp() {}

  @Substitute
  private SpanExporter createOtlpGrpcSpanExporter(
      OtlpExporterRuntimeConfig config,
      Vertx vertx,
      URI collector,
      TlsConfigurationRegistry certificates) {
    throw new IllegalStateException("Spans are sent over HTTP only: http/protobuf");
  }
}
