package io.lidc.manifest;

import io.lidc.config.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Signatures of manifests: Ed25519 (RFC 8032) over the bytes of the file, 64 bytes in a file beside it. */
final class Signing {
    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey key;

    private Signing(PrivateKey key) {
        this.key = key;
    }

    /**
     * By a private key in PKCS #8 as PEM; empty for none.
     *
     * @throws UsageException when it is no Ed25519 key
     */
    static Signing by(String pem) throws UsageException {
        if (pem.isEmpty()) {
            return new Signing(null);
        }
        try {
            return new Signing(KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der(pem))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without its cause, which may repeat a part of the key.
            throw new UsageException("the manifest's signing key is no Ed25519 private key in PKCS #8 as PEM");
        }
    }

    /** Where the signature of a file is. */
    static Path file(Path signed) {
        return signed.resolveSibling(signed.getFileName() + ".sig");
    }

    boolean hasKey() {
        return key != null;
    }

    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was made for this algorithm", e);
        }
    }

    /**
     * Whether the signature beside a file is of these bytes and of this key.
     *
     * @param publicKey file with the public key as PEM (X.509 SubjectPublicKeyInfo)
     * @throws UsageException when the key or the signature cannot be read
     */
    static boolean verifies(Path signed, byte[] content, Path publicKey) throws UsageException {
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM)
                    .generatePublic(new X509EncodedKeySpec(der(Files.readString(publicKey))));
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(content);
            byte[] bytes = Files.readAllBytes(file(signed));
            // The provider throws where a signature is not even of the right length.
            return bytes.length == 64 && signature.verify(bytes);
        } catch (IOException e) {
            throw new UsageException("cannot read the key or the signature: " + e, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UsageException(publicKey + " is no Ed25519 public key as PEM", e);
        }
    }

    private static byte[] der(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
    }
}
