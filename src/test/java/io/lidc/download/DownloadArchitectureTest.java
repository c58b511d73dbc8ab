package io.lidc.download;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of a download depend on each other in one direction. */
@AnalyzeClasses(packages = "io.lidc.download", importOptions = DoNotIncludeTests.class)
class DownloadArchitectureTest {

    @ArchTest
    static final ArchRule downloadUsesListingsAndBothUseHttp = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("download")
            .definedBy("io.lidc.download")
            .layer("listing")
            .definedBy("io.lidc.download.listing..")
            .layer("http")
            .definedBy("io.lidc.download.http..")
            .whereLayer("download")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("listing")
            .mayOnlyBeAccessedByLayers("download")
            .whereLayer("http")
            .mayNotAccessAnyLayer();
}
