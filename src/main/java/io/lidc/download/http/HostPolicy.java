package io.lidc.download.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Which hosts may be connected to. Names are checked before each request and each redirect. Addresses are checked where the
 * connection is opened, as its only name resolution: no second look-up can return another address (DNS rebinding).
 */
public final class HostPolicy implements DnsResolver {
    private final List<String> allowedHosts;
    private final boolean allowPrivateAddresses;
    private final Predicate<InetAddress> isSpecial;
    private final DnsResolver resolver;

    /**
     * @param allowedHosts names separated by commas; {@code *.example.org} matches every name with this ending
     * @param allowPrivateAddresses also private, loopback, link-local and other special-purpose addresses (RFC 6890)
     */
    public HostPolicy(String allowedHosts, boolean allowPrivateAddresses) {
        this(allowedHosts, allowPrivateAddresses, SpecialAddresses::contains, SystemDefaultDnsResolver.INSTANCE);
    }

    /**
     * @param isSpecial which addresses are refused unless private ones are allowed
     * @param resolver gives the addresses of a name
     */
    public HostPolicy(
            String allowedHosts,
            boolean allowPrivateAddresses,
            Predicate<InetAddress> isSpecial,
            DnsResolver resolver) {
        this.allowedHosts = Arrays.stream(allowedHosts.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .toList();
        this.allowPrivateAddresses = allowPrivateAddresses;
        this.isSpecial = isSpecial;
        this.resolver = resolver;
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
        InetAddress[] addresses = resolver.resolve(host);
        if (!allowPrivateAddresses && Arrays.stream(addresses).anyMatch(isSpecial)) {
            UnknownHostException refusal = new UnknownHostException(host);
            refusal.initCause(new RefusedException("the host " + host
                    + " has a private, loopback or link-local address or another special-purpose one,"
                    + " which download.allow-private-addresses forbids"));
            throw refusal;
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
