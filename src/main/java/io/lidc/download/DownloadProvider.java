package io.lidc.download;

import io.lidc.dicom.ByteSource;
import io.lidc.download.listing.RemoteListings;
import io.lidc.model.Location;
import io.lidc.source.Source;
import io.lidc.source.SourceError;
import io.lidc.source.SourceException;
import io.lidc.source.SourceOptions;
import io.lidc.source.SourceProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a manifest, TCIA or SharePoint names, downloaded first and then read in the folder of downloads. A manifest in a local file goes
 * by {@code download:FILE}: without the scheme it is a file like others.
 */
public final class DownloadProvider implements SourceProvider {
    private static final String SCHEME = "download:";

    private final Downloader downloader;
    private final Path folder;

    /** @param folder that downloads go into */
    public DownloadProvider(Downloader downloader, Path folder) {
        this.downloader = downloader;
        this.folder = folder;
    }

    @Override
    public boolean handles(String uri) {
        return uri.startsWith(SCHEME) || RemoteListings.isRemote(uri);
    }

    @Override
    public Source list(String uri, SourceOptions options) throws IOException {
        String source = uri.startsWith(SCHEME) ? uri.substring(SCHEME.length()) : uri;
        Download download = new Download();
        String name = source.replaceFirst("\\?.*", "");
        try {
            downloader.download(List.of(source), folder, false, download);
        } catch (IOException e) {
            if (download.files().isEmpty()) {
                throw e;
            }
            return new DownloadedSource(name, download.files()).endingEarly(e);
        }
        return new DownloadedSource(name, download.files());
    }

    /** What came lies in the folder of downloads, under a location there. */
    @Override
    public ByteSource open(Location location) throws IOException {
        throw SourceException.ofTransient(
                SourceError.NOT_DOWNLOADED, "it is downloaded by the manifest that names it", null);
    }
}
