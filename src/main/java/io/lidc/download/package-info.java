/** Brings objects from web servers into a folder: by manifest, from TCIA, from SharePoint. */
package io.lidc.download;
