package io.lidc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows between packages point one way. */
@AnalyzeClasses(packages = "io.lidc", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dicomImportsTheJdkOnly = classes()
            .that()
            .resideInAPackage("io.lidc.dicom")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.lidc.dicom");

    @ArchTest
    static final ArchRule storeKnowsNoCamel = noClasses()
            .that()
            .resideInAPackage("io.lidc.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.camel..");

    @ArchTest
    static final ArchRule sourcesAndMetadataKnowNoDatabase = noClasses()
            .that()
            .resideInAnyPackage("io.lidc.source", "io.lidc.metadata")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "io.lidc.store");

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("io.lidc.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule arrowsPointDown = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("cli")
            .definedBy("io.lidc.cli..")
            .layer("ingest")
            .definedBy("io.lidc.ingest..")
            .layer("source")
            .definedBy("io.lidc.source..")
            .layer("store")
            .definedBy("io.lidc.store..")
            .layer("metadata")
            .definedBy("io.lidc.metadata..")
            .layer("dicom")
            .definedBy("io.lidc.dicom..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("ingest")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("cli", "ingest")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("cli", "ingest")
            .whereLayer("metadata")
            .mayOnlyBeAccessedByLayers("cli", "ingest", "source", "store");
}
