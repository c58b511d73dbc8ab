/** Lists what can be downloaded: manifests, TCIA, SharePoint. */
package io.lidc.download.listing;
