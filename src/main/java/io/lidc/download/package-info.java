/** Downloads files from web servers into a folder, and gives them to a run as a source. */
package io.lidc.download;
