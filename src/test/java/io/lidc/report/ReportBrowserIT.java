package io.lidc.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.lidc.store.jdbc.TestDatabase;
import io.lidc.testing.Browser;
import io.lidc.testing.Ingested;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of the sample in a browser. */
class ReportBrowserIT {
    @TempDir
    private static Path folder;

    private static HikariDataSource dataSource;
    private static Path page;

    private Browser browser;

    @BeforeAll
    static void write() throws Exception {
        dataSource = TestDatabase.SQLITE.open(folder);
        Ingested.sample(folder, dataSource);
        page = new ReportWriter(dataSource, folder.resolve("report").toString()).write();
    }

    @AfterAll
    static void close() {
        dataSource.close();
    }

    @BeforeEach
    void startTheBrowser() {
        browser = Browser.start();
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void leavesNothingOnTheConsole() {
        browser.open(page.toUri());

        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsEachChart() {
        browser.open(page.toUri());

        assertThat(browser.number("document.querySelectorAll('figure svg').length"))
                .isPositive()
                .isEqualTo(browser.number(
                        "[...document.querySelectorAll('figure svg')].filter(chart => chart.checkVisibility()"
                                + " && chart.getBoundingClientRect().width > 200"
                                + " && chart.getBoundingClientRect().height > 50).length"));
    }

    @ParameterizedTest
    @CsvSource({"400, false", "400, true", "1400, false", "1400, true"})
    void fitsTheScreen(int width, boolean dark) throws Exception {
        browser.screen(width, dark).open(page.toUri());

        assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        browser.picture("report-" + width + (dark ? "-dark" : "-light"));
    }
}
