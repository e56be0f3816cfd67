package app.aisha.core.document;

import java.util.List;
import java.util.Optional;

/**
 * What is shown at once.
 *
 * @param start milliseconds from the beginning of the recording
 * @param end likewise, exclusive, after the start
 * @param speaker who says it, where known
 * @param lines one or two
 */
record Cue(long start, long end, Optional<String> speaker, List<String> lines) {}
