package io.github.cognitoee.internal.config;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * How the application knows its own address, which nobody else may choose.
 *
 * @param fixed the address, context path included, without a slash at its end; empty to go by the request
 * @param hosts the hosts, with a port where it is not the scheme's own, under which requests may ask for the application;
 *     those of the loopback interface need no mention
 * @param proxies the addresses from which {@code X-Forwarded-*} headers are believed
 */
public record BaseUrlConfig(Optional<URI> fixed, Set<String> hosts, Set<String> proxies) {

    /** That of an application which only its own machine asks for. */
    public static final BaseUrlConfig LOOPBACK = new BaseUrlConfig(Optional.empty(), Set.of(), Set.of());

    public BaseUrlConfig {
        hosts = Set.copyOf(hosts);
        proxies = Set.copyOf(proxies);
    }
}
