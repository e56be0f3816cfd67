package app.aisha.core.picture;

import app.aisha.core.media.MediaKey;

/**
 * A finished picture in our store.
 *
 * @param picture as it is delivered
 * @param thumbnail a small JPEG of it
 * @param bytes of the picture
 * @param contentType of the picture
 * @param digest SHA-256 of the picture, in hex
 */
public record PictureFiles(
        MediaKey picture, MediaKey thumbnail, PixelSize size, long bytes, String contentType, String digest) {}
