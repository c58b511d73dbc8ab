package io.lidc.download;

/**
 * An application that may read a tenant's SharePoint through Microsoft Graph (client credentials, RFC 6749 section 4.4).
 *
 * @param endpoint https://graph.microsoft.com/v1.0, or that of a national cloud
 * @param login https://login.microsoftonline.com, or that of a national cloud
 */
public record GraphAccount(String endpoint, String login, String tenant, String clientId, String clientSecret) {

    /** Cuts slashes from the ends of the URLs. */
    public GraphAccount {
        endpoint = endpoint.replaceFirst("/+$", "");
        login = login.replaceFirst("/+$", "");
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "application " + clientId + " of tenant " + tenant;
    }
}
