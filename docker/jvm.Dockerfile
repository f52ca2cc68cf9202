# A service, or the migrations, on a JVM with a trained AOT cache. From the root of the repository:
#
#   ./mvnw package -DskipTests -Dquarkus.package.jar.type=aot-jar
#   docker build --file docker/jvm.Dockerfile --build-arg SERVICE=incident-service \
#     --tag registry.example.org/watchbill/incident-service:0.1.0 .
#
# The cache fits only the JVM that wrote it: training and running share one base.
ARG JAVA=docker.io/library/eclipse-temurin:25-jre

FROM ${JAVA} AS trained
ARG SERVICE
WORKDIR /work
COPY ${SERVICE}/target/quarkus-app/lib/ lib/
COPY ${SERVICE}/target/quarkus-app/quarkus/ quarkus/
COPY ${SERVICE}/target/quarkus-app/app/ app/
COPY ${SERVICE}/target/quarkus-app/quarkus-run.jar quarkus-run.jar
# It starts, finds no database, waits for one and is stopped or gives up; the classes of a start are loaded.
RUN WATCHBILL_LINK_SECRET=only-while-training-0123456789abcdef \
    timeout --signal=TERM 20 java -XX:AOTCacheOutput=app.aot -jar quarkus-run.jar; \
    test -s app.aot

FROM ${JAVA}
WORKDIR /work
# What changes least comes first.
COPY --from=trained /work/lib/ lib/
COPY --from=trained /work/quarkus/ quarkus/
COPY --from=trained /work/app/ app/
COPY --from=trained /work/quarkus-run.jar /work/app.aot ./
USER 10001:10001
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
