package app.aisha.adapters.ffmpeg;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where ffmpeg comes from.
 *
 * @param program FFMPEG_PATH, the ffmpeg to use whatever else there is, with ffprobe beside it; empty looks for one
 * @param cache a folder of ours that may be shared by several processes; the bundled ffmpeg (65 MB) is unpacked there
 */
public record FfmpegSettings(Optional<Path> program, Path cache) {}
