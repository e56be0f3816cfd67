package app.aisha.core.transcript;

import static java.util.stream.Collectors.joining;

import app.aisha.core.transcript.Transcriber.Hearing.Heard;
import app.aisha.core.transcript.Transcriber.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes passages of what a recogniser heard in a clip. */
final class HeardPassages {

    private HeardPassages() {}

    /**
     * With the times of the recogniser where they cover the text, else with those that follow from the pauses.
     *
     * @param text what is left of the answer once inventions were removed
     * @param clip its place in the recording
     * @param pauses seen from the beginning of the clip
     */
    static List<Passage> of(Heard heard, String text, Stretch clip, List<Stretch> pauses) {
        return letters(text).equals(letters(texts(heard.segments())))
                ? told(heard.segments(), clip)
                : guessed(text, heard.language(), clip, pauses);
    }

    private static List<Passage> told(List<Segment> segments, Stretch clip) {
        return segments.stream()
                .filter(segment -> !segment.text().isBlank())
                .map(segment ->
                        new Passage(Optional.of(within(segment, clip)), segment.speaker(), oneLine(segment.text())))
                .toList();
    }

    private static Stretch within(Segment segment, Stretch clip) {
        var start = earlier(clip.start().plus(segment.start()), clip.end());
        var end = earlier(clip.start().plus(segment.end()), clip.end());
        return new Stretch(start, end.compareTo(start) < 0 ? start : end);
    }

    private static Duration earlier(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static List<Passage> guessed(String text, Optional<String> language, Stretch clip, List<Stretch> pauses) {
        var sentences = Sentences.of(text.replace("\0", ""), language);
        if (sentences.isEmpty()) {
            return List.of();
        }
        var times = SentenceTimes.of(sentences, clip.length(), pauses);
        var passages = new ArrayList<Passage>();
        for (var i = 0; i < sentences.size(); i++) {
            passages.add(
                    new Passage(Optional.of(times.get(i).after(clip.start())), Optional.empty(), sentences.get(i)));
        }
        return passages;
    }

    private static String texts(List<Segment> segments) {
        return segments.stream().map(Segment::text).collect(joining(" "));
    }

    private static String letters(String text) {
        return HeardWord.all(text).stream().map(HeardWord::letters).collect(joining());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
