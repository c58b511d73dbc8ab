/** HTTP client: which hosts are allowed, redirects, retries, representation metadata and digests (RFC 9110). */
package io.lidc.download.http;
