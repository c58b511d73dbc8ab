package io.lidc.source.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.source.ObjectReference;
import io.lidc.source.Source;
import io.lidc.source.folder.FolderSource;
import io.lidc.testing.LocalSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpandedSourceTest {
    @TempDir
    private Path folder;

    @Test
    void countsTheFilesOfAFolder() throws IOException {
        Files.writeString(folder.resolve("a.dcm"), "x");
        Files.writeString(folder.resolve("b.dcm"), "x");

        assertThat(expanded(new FolderSource(folder)).count(object -> true)).hasValue(2);
    }

    @Test
    void doesNotCountWhereThereIsAnArchive() throws IOException {
        Files.writeString(folder.resolve("a.zip"), "x");

        assertThat(expanded(new FolderSource(folder)).count(object -> true)).isEmpty();
    }

    @Test
    void listsNothingOfARemoteSourceToCountIt() {
        Source remote = new Source() {
            @Override
            public String uri() {
                return "sqs:lidc";
            }

            @Override
            public Iterator<ObjectReference> list() {
                throw new AssertionError("the queue's messages would be taken");
            }

            @Override
            public boolean isRemote() {
                return true;
            }
        };

        assertThat(expanded(remote).count(object -> true)).isEmpty();
    }

    private static Source expanded(Source source) {
        LocalSources local = LocalSources.create();
        return local.archives().expand(source, local.sources());
    }
}
