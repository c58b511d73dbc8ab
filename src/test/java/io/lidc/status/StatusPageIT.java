package io.lidc.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lidc.report.ReportKeys;
import io.lidc.source.FolderKeys;
import io.lidc.testing.Browser;
import io.lidc.testing.DicomFile;
import io.lidc.testing.Home;
import io.lidc.testing.MonitoredService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** The status page in a browser. */
class StatusPageIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String TOKEN = "0123456789abcdef";

    @TempDir
    private Path folder;

    private Home home;
    private Path archive;
    private Browser browser;

    @BeforeEach
    void startTheBrowser() throws IOException {
        browser = Browser.start();
        archive = Home.sample(folder);
        home = Home.in(folder)
                .set(FolderKeys.ENABLED, "true")
                .set(FolderKeys.PERIOD, "500")
                .set(FolderKeys.PATH, archive.toString());
    }

    @AfterEach
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void showsWhatTheServiceHasCommitted() throws Exception {
        try (MonitoredService service = start(Map.of())) {
            browser.open(service.url("/"));

            awaitText("TRUNCATED");
            assertThat(browser.driver().findElement(By.id("outcomes")).getText())
                    .contains("STORED 210", "FAILED 2");
        }
    }

    @Test
    void goesOnByItself() throws Exception {
        try (MonitoredService service = start(Map.of())) {
            browser.open(service.url("/"));
            awaitText("STORED\t210");
            Files.write(archive.resolve("late.dcm"), DicomFile.instance(1, "CT").bytes());

            awaitText("STORED\t211");
        }
    }

    @Test
    void linksToTheReport() throws Exception {
        home.set(ReportKeys.ENABLED, "true")
                .set(ReportKeys.DIRECTORY, folder.resolve("report").toString());
        try (MonitoredService service = start(Map.of())) {
            browser.open(service.url("/"));
            await().atMost(TIMEOUT)
                    .until(() -> browser.driver().findElement(By.id("report")).isDisplayed());
            browser.driver().findElement(By.id("report")).click();

            awaitText("Quality of the CT series");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void saysWhatKeepsTheServiceFromBeingReady() throws Exception {
        home.set(FolderKeys.PATH, folder.resolve("gone").toString());
        try (MonitoredService service = start(Map.of())) {
            browser.open(service.url("/"));

            awaitText("not ready");
            awaitText("source:folder\tdown");
        }
    }

    @Test
    void saysThatTheServiceHasGone() throws Exception {
        try (MonitoredService service = start(Map.of())) {
            browser.open(service.url("/"));
            awaitText("STORED\t210");
        }

        awaitText("The service does not answer.");
    }

    @Test
    void asksForTheTokenAndTakesItFromTheKeyboard() throws Exception {
        try (MonitoredService service = start(Map.of("STATUS_TOKEN", TOKEN))) {
            browser.open(service.url("/"));
            awaitText("Token of this service");
            browser.driver().findElement(By.id("token")).sendKeys(TOKEN, Keys.ENTER);

            awaitText("STORED\t210");
        }
    }

    @Test
    void readsAgainWhatCouldNotBeRead() throws Exception {
        try (MonitoredService service = start(Map.of("STATUS_TOKEN", TOKEN))) {
            browser.open(service.url("/"));
            awaitText("Token of this service");
            browser.driver().findElement(By.id("token")).sendKeys(TOKEN, Keys.ENTER);
            awaitText("TRUNCATED");
            browser.driver().findElement(By.id("replay")).click();

            awaitText("They are being read again");
            await().atMost(TIMEOUT)
                    .until(
                            () -> service.rows("select discovered from run where sources like 'replay:%'"),
                            rows -> rows.equals(List.of("2")));
        }
    }

    @Test
    void offersNoReplayWithoutAToken() throws Exception {
        try (MonitoredService service = start(Map.of())) {
            browser.open(service.url("/"));
            awaitText("TRUNCATED");

            assertThat(browser.driver().findElement(By.id("replay")).isDisplayed())
                    .isFalse();
        }
    }

    @Test
    void takesNoOtherToken() throws Exception {
        try (MonitoredService service = start(Map.of("STATUS_TOKEN", TOKEN))) {
            browser.open(service.url("/"));
            awaitText("Token of this service");
            browser.driver().findElement(By.id("token")).sendKeys("another", Keys.ENTER);

            awaitText("This is not the token.");
        }
    }

    @Test
    void leadsTheKeyboardPastTheHeading() throws Exception {
        try (MonitoredService service = start(Map.of())) {
            browser.open(service.url("/"));
            browser.driver().findElement(By.tagName("body")).sendKeys(Keys.TAB);

            assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Skip to the figures");
        }
    }

    @Test
    void keepsToItsContentSecurityPolicy() throws Exception {
        try (MonitoredService service = start(Map.of())) {
            browser.open(service.url("/"));
            awaitText("STORED\t210");

            assertThat(browser.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"400, false", "400, true", "1400, false", "1400, true"})
    void fitsTheScreen(int width, boolean dark) throws Exception {
        try (MonitoredService service = start(Map.of())) {
            browser.screen(width, dark).open(service.url("/"));
            awaitText("TRUNCATED");

            assertThat(browser.number("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
            browser.picture("status-" + width + (dark ? "-dark" : "-light"));
        }
    }

    private MonitoredService start(Map<String, String> environment) throws Exception {
        Path out = folder.resolve("out");
        return MonitoredService.start(home, out, "jdbc:sqlite:" + out.resolve("lidc.db"), environment);
    }

    private void awaitText(String text) {
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(browser.text()).contains(text));
    }
}
