package io.lidc.download.http;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.lidc.testing.LoopbackServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPolicyTest {
    private final HostPolicy policy = new HostPolicy("archive.example.org, *.example.com", false);

    @ParameterizedTest
    @ValueSource(
            strings = {"https://archive.example.org/a", "http://ARCHIVE.example.org", "https://a.b.example.com:8443/"})
    void allowsListedHosts(String url) {
        assertThatCode(() -> policy.check(URI.create(url))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "https://archive.example.org.evil.net/",
                "https://example.com/",
                "https://badexample.com/",
                "ftp://archive.example.org/a",
                "file:///etc/passwd",
                "https://archive.example.org@evil.net/",
                "https://me@archive.example.org/"
            })
    void refusesEverythingElse(String url) {
        assertThatThrownBy(() -> policy.check(URI.create(url))).isInstanceOf(RefusedException.class);
    }

    @Test
    void sendsNoCredentialsWithoutTls() {
        assertThatThrownBy(() -> policy.checkForCredentials(URI.create("http://archive.example.org")))
                .hasMessage("credentials are sent over https only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "::7f00:1",
                "64:ff9b:1::808:808",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:db8::1",
                "2002:808:808::1",
                "3fff::1",
                "5f00::1",
                "fec0::1",
                "ff02::1"
            })
    void knowsPrivateAddresses(String address) throws UnknownHostException {
        assertThat(SpecialAddresses.contains(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.32.0.1",
                "100.128.0.1",
                "198.20.0.1",
                "192.0.1.1",
                "2001:200::1",
                "2606:4700::1111",
                "64:ff9b::808:808"
            })
    void knowsPublicAddresses(String address) throws UnknownHostException {
        assertThat(SpecialAddresses.contains(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void resolvesNoPrivateAddressUnlessAllowed() {
        assertThatThrownBy(() -> policy.resolve("localhost")).hasRootCauseInstanceOf(RefusedException.class);
    }

    /** A name server that gives a public address first and an internal one from then on. */
    @Test
    void connectsToTheAddressThatItHasChecked() throws Exception {
        InetAddress checked = InetAddress.getByName("127.0.0.1");
        InetAddress internal = InetAddress.getByName("127.0.0.3");
        AtomicInteger lookups = new AtomicInteger();
        SystemDefaultDnsResolver rebinding = new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return new InetAddress[] {lookups.getAndIncrement() == 0 ? checked : internal};
            }
        };
        WireMockServer server = LoopbackServer.start();
        server.stubFor(get("/1").willReturn(ok("abc")));
        HostPolicy rebound = new HostPolicy("archive.example.org", false, internal::equals, rebinding);
        try (WebClient client = new WebClient(rebound, Backoff.DEFAULT, 1, Duration.ofSeconds(5))) {
            URI url = URI.create("http://archive.example.org:" + server.port() + "/1");

            assertThat(client.read(Request.get(url), 10)).asString().isEqualTo("abc");
            assertThat(lookups).hasValue(1);
        } finally {
            server.stop();
        }
    }
}
