package io.lidc.download.listing;

/**
 * The application with which a tenant's SharePoint is read through Microsoft Graph (client credentials, RFC 6749 section 4.4).
 *
 * @param endpoint https://graph.microsoft.com/v1.0, or that of a national cloud
 * @param login https://login.microsoftonline.com, or that of a national cloud
 */
public record GraphAccount(String endpoint, String login, String tenant, String clientId, String clientSecret) {

    /** Removes trailing slashes from the URLs. */
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
