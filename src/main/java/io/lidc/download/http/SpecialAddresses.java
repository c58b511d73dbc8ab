package io.lidc.download.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that no public server has: the special-purpose address registries of IANA (RFC 6890) where they are not globally
 * reachable, multicast, and the prefixes that embed an IPv4 address.
 */
final class SpecialAddresses {
    private static final List<Prefix> PREFIXES = Stream.of(
                    "0.0.0.0/8", // this network, RFC 791
                    "10.0.0.0/8", // private use, RFC 1918
                    "100.64.0.0/10", // shared address space, RFC 6598
                    "127.0.0.0/8", // loopback, RFC 1122
                    "169.254.0.0/16", // link-local, RFC 3927
                    "172.16.0.0/12", // private use, RFC 1918
                    "192.0.0.0/24", // IETF protocol assignments, RFC 6890
                    "192.0.2.0/24", // TEST-NET-1, RFC 5737
                    "192.88.99.0/24", // 6to4 relay anycast, RFC 7526
                    "192.168.0.0/16", // private use, RFC 1918
                    "198.18.0.0/15", // benchmarking, RFC 2544
                    "198.51.100.0/24", // TEST-NET-2, RFC 5737
                    "203.0.113.0/24", // TEST-NET-3, RFC 5737
                    "224.0.0.0/4", // multicast, RFC 5771
                    "240.0.0.0/4", // reserved and broadcast, RFC 1112
                    "::/96", // unspecified, loopback, IPv4-compatible, RFC 4291
                    "64:ff9b:1::/48", // local-use translation, RFC 8215
                    "100::/32", // discard-only and dummy prefixes, RFC 6666, RFC 9780
                    "2001::/23", // IETF protocol assignments with Teredo, RFC 2928, RFC 4380
                    "2001:db8::/32", // documentation, RFC 3849
                    "2002::/16", // 6to4, RFC 3056
                    "3fff::/20", // documentation, RFC 9637
                    "5f00::/16", // segment routing, RFC 9602
                    "fc00::/7", // unique local, RFC 4193
                    "fe80::/10", // link-local, RFC 4291
                    "fec0::/10", // site-local, RFC 3879
                    "ff00::/8") // multicast, RFC 4291
            .map(Prefix::parse)
            .toList();

    /** An IPv4 address in the last four bytes, reached through a translator (RFC 6052). */
    private static final Prefix NAT64 = Prefix.parse("64:ff9b::/96");

    /** The leading bits of an address. */
    private record Prefix(byte[] network, int bits) {
        static Prefix parse(String text) {
            String[] parts = text.split("/");
            try {
                return new Prefix(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException("not an address: " + text, e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += 8) {
                int mask = bits - bit >= 8 ? 0xFF : 0xFF << (8 - bits + bit);
                if (((address[bit / 8] ^ network[bit / 8]) & mask & 0xFF) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private SpecialAddresses() {}

    static boolean contains(InetAddress address) {
        return contains(address.getAddress());
    }

    private static boolean contains(byte[] address) {
        if (NAT64.contains(address)) {
            return contains(Arrays.copyOfRange(address, 12, 16));
        }
        return PREFIXES.stream().anyMatch(prefix -> prefix.contains(address));
    }
}
