package io.lidc.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lidc.config.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningTest {
    private static final byte[] CONTENT = {1, 2, 3};

    @TempDir
    private Path folder;

    private KeyPair keys;
    private Path manifest;
    private Path publicKey;

    @BeforeEach
    void sign() throws Exception {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        manifest = Files.write(folder.resolve("run.json"), CONTENT);
        publicKey = Files.writeString(folder.resolve("public.pem"), pem("PUBLIC KEY", keys.getPublic()));
        Files.write(
                Signing.file(manifest),
                Signing.by(pem("PRIVATE KEY", keys.getPrivate())).sign(CONTENT));
    }

    @Test
    void verifiesWhatWasSigned() throws Exception {
        assertThat(Signing.verifies(manifest, CONTENT, publicKey)).isTrue();
    }

    @Test
    void refusesOtherBytes() throws Exception {
        assertThat(Signing.verifies(manifest, new byte[] {1, 2, 4}, publicKey)).isFalse();
    }

    @Test
    void refusesTheSignatureOfAnotherKey() throws Exception {
        Key other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        Files.writeString(publicKey, pem("PUBLIC KEY", other));

        assertThat(Signing.verifies(manifest, CONTENT, publicKey)).isFalse();
    }

    @Test
    void refusesASignatureThatIsCut() throws Exception {
        Files.write(Signing.file(manifest), new byte[10]);

        assertThat(Signing.verifies(manifest, CONTENT, publicKey)).isFalse();
    }

    @Test
    void saysThatThereIsNoSignature() throws IOException {
        Files.delete(Signing.file(manifest));

        assertThatThrownBy(() -> Signing.verifies(manifest, CONTENT, publicKey)).isInstanceOf(UsageException.class);
    }

    @Test
    void repeatsNothingOfAKeyThatIsNone() {
        assertThatThrownBy(() -> Signing.by("c2VjcmV0"))
                .isInstanceOf(UsageException.class)
                .hasNoCause()
                .message()
                .doesNotContain("c2VjcmV0");
    }

    private static String pem(String kind, Key key) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END " + kind + "-----\n";
    }
}
