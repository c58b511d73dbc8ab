package io.lidc.download.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Which hosts may be connected to. Names are checked before each request and each redirect. Addresses are checked where the
 * connection is opened, as its only name resolution: no second look-up can return another address (DNS rebinding).
 */
public final class HostPolicy implements DnsResolver {
    private final List<String> allowedHosts;
    private final boolean allowPrivateAddresses;
    private final Predicate<InetAddress> isPrivate;

    /** @param allowedHosts names separated by commas; {@code *.example.org} matches every name with this ending */
    public HostPolicy(String allowedHosts, boolean allowPrivateAddresses) {
        this(allowedHosts, allowPrivateAddresses, HostPolicy::isPrivate);
    }

    /** @param isPrivate which addresses are refused unless private ones are allowed */
    public HostPolicy(String allowedHosts, boolean allowPrivateAddresses, Predicate<InetAddress> isPrivate) {
        this.allowedHosts = Arrays.stream(allowedHosts.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
        this.allowPrivateAddresses = allowPrivateAddresses;
        this.isPrivate = isPrivate;
    }

    /** @throws RefusedException when the URL is neither http nor https, has user information, or names a host that is not listed */
    void check(URI url) throws RefusedException {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new RefusedException("not an http(s) URL");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null) {
            throw new RefusedException("the URL has user information or no host");
        }
        if (!isListed(url.getHost().toLowerCase(Locale.ROOT))) {
            throw new RefusedException("the host " + url.getHost() + " is not among download.allowed-hosts");
        }
    }

    /** Also checks that credentials may be sent: over TLS, or without it where private addresses are allowed. */
    void checkForCredentials(URI url) throws RefusedException {
        check(url);
        if (!"https".equalsIgnoreCase(url.getScheme()) && !allowPrivateAddresses) {
            throw new RefusedException("credentials are sent over https only");
        }
    }

    private boolean isListed(String host) {
        return allowedHosts.stream()
                .anyMatch(allowed ->
                        allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed));
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!allowPrivateAddresses && Arrays.stream(addresses).anyMatch(isPrivate)) {
            UnknownHostException refusal = new UnknownHostException(host);
            refusal.initCause(
                    new RefusedException(
                            "the host " + host
                                    + " has a private, loopback or link-local address, which download.allow-private-addresses forbids"));
            throw refusal;
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Addresses that no public server has: RFC 1918, 3927, 4193, 6598, loopback, multicast, unspecified, NAT64 of all these. */
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean special = address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (address instanceof Inet6Address) {
            boolean uniqueLocal = (bytes[0] & 0xFE) == 0xFC;
            return special || uniqueLocal || isTranslated(bytes) && isPrivateIpv4(bytes, 12);
        }
        return special || isPrivateIpv4(bytes, 0);
    }

    /** 64:ff9b::/96 (RFC 6052), ::/96 (RFC 4291): an IPv4 address in the last four bytes. */
    private static boolean isTranslated(byte[] bytes) {
        byte[] nat64 = {0, 0x64, (byte) 0xFF, (byte) 0x9B, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] prefix = Arrays.copyOf(bytes, 12);
        return Arrays.equals(prefix, nat64) || Arrays.equals(prefix, new byte[12]);
    }

    private static boolean isPrivateIpv4(byte[] bytes, int offset) {
        int first = bytes[offset] & 0xFF;
        int second = bytes[offset + 1] & 0xFF;
        return first == 0
                || first == 10
                || first == 127
                || first >= 224
                || first == 100 && (second & 0xC0) == 64
                || first == 169 && second == 254
                || first == 172 && (second & 0xF0) == 16
                || first == 192 && second == 168
                || first == 198 && (second & 0xFE) == 18;
    }
}
