# The image, built with Docker or any other builder: docker build -t lidc-pipeline:latest .
# It holds a Java runtime, the program and the C library; no shell, no package manager, no compiler. Probes look after it, so it has
# no HEALTHCHECK. mvn verify makes the same one without a builder, as target/image.tar.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml LICENSE ./
COPY src/main src/main
RUN mvn -B -q -DskipTests -Dmaven.test.skip=true -Dspotless.check.skip=true -Dcyclonedx.skip=true -Dmdep.analyze.skip=true package
COPY image image
COPY config config
COPY routes routes
RUN image/assemble /image --with-c-library

FROM scratch
COPY --from=build /image/ /
LABEL org.opencontainers.image.title="LIDC Pipeline" \
      org.opencontainers.image.description="Apache Camel routes that turn DICOM files into a metadata database" \
      org.opencontainers.image.licenses="Apache-2.0"
ENV LC_ALL=C.UTF-8
USER 10001:10001
WORKDIR /opt/lidc
# Java is process 1 and gets the signals; what follows the name of the image is the command line of lidc.
ENTRYPOINT ["/opt/java/bin/java", "@/opt/lidc/java-options", "-jar", "/opt/lidc/lidc-pipeline.jar"]
CMD ["--help"]
