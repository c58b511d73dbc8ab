package io.lidc.download.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
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
                "::1",
                "::",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "::7f00:1"
            })
    void knowsPrivateAddresses(String address) throws UnknownHostException {
        assertThat(HostPolicy.isPrivate(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "198.20.0.1", "2606:4700::1111", "64:ff9b::808:808"})
    void knowsPublicAddresses(String address) throws UnknownHostException {
        assertThat(HostPolicy.isPrivate(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void resolvesNoPrivateAddressUnlessAllowed() {
        assertThatThrownBy(() -> policy.resolve("localhost")).hasRootCauseInstanceOf(RefusedException.class);
    }
}
