package io.lidc.temporary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryDirectoryTest {
    @TempDir
    private Path parent;

    private Process other;

    @AfterEach
    void endTheOtherProcess() throws InterruptedException {
        if (other != null) {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void deletesWhatAKilledProcessHasLeft() throws Exception {
        Path left = ofAnotherProcess();
        other.destroyForcibly().waitFor();

        TemporaryDirectory.create(parent, "test-");

        assertThat(left).doesNotExist();
    }

    @Test
    void leavesTheFilesOfALiveProcessAlone() throws Exception {
        Path inUse = ofAnotherProcess();
        System.gc();

        TemporaryDirectory.create(parent, "test-");

        assertThat(inUse).isNotEmptyDirectory();
    }

    @Test
    void leavesItsOwnFilesAlone() throws IOException {
        Path file = TemporaryDirectory.create(parent, "test-").createFile(".part");

        TemporaryDirectory.create(parent, "test-");

        assertThat(file).exists();
    }

    @Test
    void leavesDirectoriesWithoutOwnerAlone() throws IOException {
        Path foreign = Files.createDirectory(parent.resolve("test-foreign"));

        TemporaryDirectory.create(parent, "test-");

        assertThat(foreign).exists();
    }

    @Test
    void leavesNothingWhenTheProcessEnds() throws Exception {
        Path directory = ofAnotherProcess();
        other.getOutputStream().close();
        other.waitFor();

        assertThat(directory).doesNotExist();
    }

    /** A directory of a process that lives, with an empty file in it that is deleted at the regular end. */
    private Path ofAnotherProcess() throws IOException {
        other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Owner.class.getName(),
                        parent.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return Path.of(other.inputReader().readLine());
    }

    /** Lives until its standard input ends. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] arguments) throws IOException {
            TemporaryDirectory directory = TemporaryDirectory.create(Path.of(arguments[0]), "test-");
            directory.createFile(".part").toFile().deleteOnExit();
            System.out.println(directory.path());
            System.out.flush();
            System.in.read();
        }
    }
}
