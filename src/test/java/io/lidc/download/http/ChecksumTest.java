package io.lidc.download.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "md5, 900150983cd24fb0d6963f7d28e17f72",
        "sha1, A9993E364706816ABA3E25717850C26C9CD0D89D",
        "sha-256, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "checksum, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    })
    void matchesTheBytesItWasMadeOf(String algorithm, String digits) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");

        assertThat(Checksum.ofHex(algorithm, digits).matches(file)).isTrue();
    }

    @Test
    void matchesNoOtherBytes() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abd");

        assertThat(Checksum.ofHex("md5", "900150983cd24fb0d6963f7d28e17f72").matches(file))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"md5, 12", "crc32, 12345678", "checksum, xyz", "sha256, 900150983cd24fb0d6963f7d28e17f72"})
    void refusesWhatItCannotVerify(String algorithm, String digits) {
        assertThatThrownBy(() -> Checksum.ofHex(algorithm, digits)).isInstanceOf(RefusedException.class);
    }

    /** Values that SharePoint computes, as the clients of others are tested with. */
    @ParameterizedTest
    @CsvSource({
        "'', AAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "Sg==, SgAAAAAAAAAAAAAAAQAAAAAAAAA=",
        "2fuxhBJXtpWFe8dOfdGeHw==, O9tHLAghgSvYohKFyMMxnNCHaHg=",
        "DWAAX5/CIfrmErgZa8ot6ZraeSbu, LR2Z0PjuRYGKQB/mhQAuMrAGZbQ=",
        "sa6SHK9z/G505bysK5KgRO2z2cTksDkLoFc7sv0tWBmf2G2mCiozf2Ce6EIO+W1fRsrrtn/eeOAV, xZg1CwMNAjN0AIXw2yh4+1N3oos=",
    })
    void computesTheQuickXorHash(String bytes, String hash) throws IOException {
        Path file = Files.write(folder.resolve("a"), Base64.getDecoder().decode(bytes));

        assertThat(Checksum.ofBase64("QuickXorHash", hash).matches(file)).isTrue();
    }
}
