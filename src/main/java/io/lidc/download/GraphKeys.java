package io.lidc.download;

import io.lidc.config.Key;
import io.lidc.config.KeyGroup;
import io.lidc.config.SecretKey;
import io.lidc.config.Settings;
import io.lidc.download.listing.GraphAccount;
import java.net.URI;

/** Settings of the way to SharePoint. */
public final class GraphKeys {
    public static final Key<URI> ENDPOINT = Key.url(
            "graph.endpoint",
            "https://graph.microsoft.com/v1.0",
            "Base URL of Microsoft Graph; national clouds have their own.");
    public static final Key<URI> LOGIN_ENDPOINT = Key.url(
            "graph.login-endpoint",
            "https://login.microsoftonline.com",
            "URL that gives access tokens; national clouds have their own.");
    public static final Key<String> TENANT = Key.text(
            "graph.tenant",
            "",
            "the ID or domain of a tenant, or nothing",
            tenant -> true,
            "The tenant whose SharePoint is read.");
    public static final Key<String> CLIENT_ID = Key.text(
            "graph.client-id",
            "",
            "the ID of an application, or nothing",
            id -> true,
            "An application that may read it.");
    public static final SecretKey CLIENT_SECRET =
            SecretKey.of("GRAPH_CLIENT_SECRET", "graph.client-secret-file", "The secret of the application.");

    public static final KeyGroup GROUP =
            KeyGroup.of("Downloads: SharePoint", ENDPOINT, LOGIN_ENDPOINT, TENANT, CLIENT_ID, CLIENT_SECRET);

    private GraphKeys() {}

    /** The application that the settings name. */
    public static GraphAccount account(Settings settings) {
        return new GraphAccount(
                settings.get(ENDPOINT).toString(),
                settings.get(LOGIN_ENDPOINT).toString(),
                settings.get(TENANT),
                settings.get(CLIENT_ID),
                settings.secret(CLIENT_SECRET));
    }
}
