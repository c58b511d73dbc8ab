package io.lidc.testing;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;

/** A web server of a test, on this machine only. */
public final class LoopbackServer {
    private LoopbackServer() {}

    /** One that runs, at a port that was free, and answers nothing yet. */
    public static WireMockServer start() {
        WireMockServer server =
                new WireMockServer(wireMockConfig().dynamicPort().bindAddress("localhost"));
        server.start();
        return server;
    }
}
