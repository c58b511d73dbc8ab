package io.lidc.stow;

import static org.assertj.core.api.Assertions.assertThat;

import io.lidc.testing.Home;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PushTlsIT {
    private static final String PASSWORD = "changeit";

    @TempDir
    private Path folder;

    @Test
    void takesInstancesOverTls() throws Exception {
        Home home = home();
        Path file = firstInstance(Home.sample(folder));

        try (Push push = Push.serve(home, folder.resolve("out"))) {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .sslContext(trusting(folder.resolve("server.p12")))
                    .build()
                    .send(
                            push.request("/instances", "application/dicom", BodyPublishers.ofFile(file))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    @Timeout(60)
    void closesAConnectionThatDoesNotEndItsHandshake() throws Exception {
        Home home = home().set(PushKeys.TIMEOUT, "1");

        try (Push push = Push.serve(home, folder.resolve("out"));
                Socket socket = new Socket("localhost", push.url("/").getPort())) {
            socket.getOutputStream().write(new byte[] {0x16, 3, 1});

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private Home home() throws Exception {
        Path keystore = folder.resolve("server.p12");
        makeCertificate(keystore);
        return Home.in(folder)
                .set(PushKeys.TLS, "true")
                .set(PushKeys.TLS_KEYSTORE, keystore.toString())
                .set(
                        PushKeys.TLS_PASSWORD.key(),
                        Files.writeString(folder.resolve("password"), PASSWORD).toString());
    }

    private static void makeCertificate(Path keystore) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor())
                .as(new String(keytool.getInputStream().readAllBytes()))
                .isZero();
    }

    private static SSLContext trusting(Path keystore) throws Exception {
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            certificates.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", certificates.getCertificate("server"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static Path firstInstance(Path sample) throws Exception {
        try (var files = Files.walk(sample)) {
            return files.filter(file -> file.toString().endsWith("000001.dcm"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }
}
