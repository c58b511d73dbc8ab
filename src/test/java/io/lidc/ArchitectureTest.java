package io.lidc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.lidc.source.SourceException;

/** The arrows between packages point one way. */
@AnalyzeClasses(packages = "io.lidc", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dicomImportsTheJdkOnly = classes()
            .that()
            .resideInAPackage("io.lidc.dicom..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.lidc.dicom..");

    @ArchTest
    static final ArchRule configImportsTheJdkOnly = classes()
            .that()
            .resideInAPackage("io.lidc.config..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.lidc.config..");

    @ArchTest
    static final ArchRule camelStaysOutOfWhatReadsAndStores = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.lidc.store..",
                    "io.lidc.source..",
                    "io.lidc.download..",
                    "io.lidc.metadata..",
                    "io.lidc.model..",
                    "io.lidc.json..",
                    "io.lidc.config..",
                    "io.lidc.quality..",
                    "io.lidc.manifest..",
                    "io.lidc.export..",
                    "io.lidc.report..",
                    "io.lidc.sample..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule sourcesAndMetadataKnowNoDatabase = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.lidc.source..", "io.lidc.download..", "io.lidc.metadata..", "io.lidc.json..", "io.lidc.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "io.lidc.store..");

    @ArchTest
    static final ArchRule aKindOfSourceKnowsNoOther =
            slices().matching("io.lidc.source.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule runsKnowNothingOfWhatPollsThem = noClasses()
            .that()
            .resideInAPackage("io.lidc.ingest")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lidc.ingest.component..");

    /** Codes that are text are for providers of users' own: ours are documented. */
    @ArchTest
    static final ArchRule errorsOfOurSourcesAreOnTheList = noClasses()
            .that()
            .doNotBelongToAnyOf(SourceException.class)
            .should()
            .callConstructor(SourceException.class, String.class, String.class, Throwable.class, boolean.class);

    @ArchTest
    static final ArchRule tablesKnowNothingOfTheStoreThatWritesThem = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.lidc.store.jdbc..",
                    "io.lidc.store.run..",
                    "io.lidc.store.entity..",
                    "io.lidc.store.instance..",
                    "io.lidc.store.privacy..",
                    "io.lidc.store.alert..",
                    "io.lidc.store.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lidc.store");

    @ArchTest
    static final ArchRule tablesFormNoCircle =
            slices().matching("io.lidc.store.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("io.lidc.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule arrowsPointDown = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("io.lidc.cli..")
            .layer("app")
            .definedBy("io.lidc.app..")
            .layer("status")
            .definedBy("io.lidc.status..")
            .layer("health")
            .definedBy("io.lidc.health..")
            .layer("metrics")
            .definedBy("io.lidc.metrics..")
            .layer("stow")
            .definedBy("io.lidc.stow..")
            .layer("kafka")
            .definedBy("io.lidc.kafka..")
            .layer("lease")
            .definedBy("io.lidc.lease..")
            .layer("ingest")
            .definedBy("io.lidc.ingest..")
            .layer("download")
            .definedBy("io.lidc.download..")
            .layer("alert")
            .definedBy("io.lidc.alert..")
            .layer("report")
            .definedBy("io.lidc.report..")
            .layer("export")
            .definedBy("io.lidc.export..")
            .layer("manifest")
            .definedBy("io.lidc.manifest..")
            .layer("quality")
            .definedBy("io.lidc.quality..")
            .layer("sample")
            .definedBy("io.lidc.sample..")
            .layer("source")
            .definedBy("io.lidc.source..")
            .layer("store")
            .definedBy("io.lidc.store..")
            .layer("metadata")
            .definedBy("io.lidc.metadata..")
            .layer("config")
            .definedBy("io.lidc.config..")
            .layer("json")
            .definedBy("io.lidc.json..")
            .layer("model")
            .definedBy("io.lidc.model..")
            .layer("dicom")
            .definedBy("io.lidc.dicom..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("status")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("health")
            .mayOnlyBeAccessedByLayers("app", "status")
            .whereLayer("metrics")
            .mayOnlyBeAccessedByLayers("app", "status")
            .whereLayer("stow")
            .mayOnlyBeAccessedByLayers("cli", "app")
            .whereLayer("kafka")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("lease")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("ingest")
            .mayOnlyBeAccessedByLayers("cli", "app", "stow", "kafka", "metrics")
            .whereLayer("download")
            .mayOnlyBeAccessedByLayers("cli", "app", "metrics")
            .whereLayer("alert")
            .mayOnlyBeAccessedByLayers("cli", "app")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli", "app")
            .whereLayer("export")
            .mayOnlyBeAccessedByLayers("cli", "app")
            .whereLayer("manifest")
            .mayOnlyBeAccessedByLayers("cli", "app")
            .whereLayer("quality")
            .mayOnlyBeAccessedByLayers("cli", "app", "report")
            .whereLayer("sample")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers(
                    "cli",
                    "app",
                    "stow",
                    "kafka",
                    "ingest",
                    "download",
                    "quality",
                    "report",
                    "metrics",
                    "status",
                    "alert")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers(
                    "cli", "app", "stow", "ingest", "export", "manifest", "quality", "report", "alert")
            .whereLayer("metadata")
            .mayOnlyBeAccessedByLayers("cli", "app", "stow", "ingest", "source", "store")
            .whereLayer("json")
            .mayOnlyBeAccessedByLayers("cli", "metadata", "store")
            .whereLayer("dicom")
            .mayNotAccessAnyLayer();
}
