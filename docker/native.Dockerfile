# A service, or the migrations, as a native executable on a minimal base. From the root of the repository:
#
#   ./mvnw package -DskipTests -Dnative
#   docker build --file docker/native.Dockerfile --build-arg SERVICE=incident-service \
#     --tag registry.example.org/watchbill/incident-service:0.1.0 .
#
# The base must bring a C library (glibc) at least as new as the one of the machine that built the
# executable; -Dquarkus.native.container-build=true builds it in a container that fits this base.
ARG BASE=quay.io/quarkus/ubi9-quarkus-micro-image:2.0

FROM ${BASE}
ARG SERVICE
WORKDIR /work
COPY --chmod=0755 ${SERVICE}/target/${SERVICE}-*-runner application
USER 10001:10001
ENTRYPOINT ["./application", "-XX:+ExitOnOutOfMemoryError"]
