package app.aisha.core.transcript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What a text file is as a transcript.
 *
 * @param passages as they were written, with labels in place of the names of those who speak
 */
record WrittenText(Wording wording, Speakers speakers, List<Passage> passages) {

    /** Passages may say by its name who speaks. */
    static WrittenText of(List<Passage> written) {
        var labels = new LinkedHashMap<String, String>();
        var passages =
                written.stream().map(passage -> labelled(passage, labels)).toList();
        var names = new ArrayList<Optional<String>>();
        labels.keySet().forEach(name -> names.add(Optional.of(name)));
        return new WrittenText(
                new Wording(Paragraph.text(passages), Optional.empty(), 0), new Speakers(names), passages);
    }

    private static Passage labelled(Passage passage, LinkedHashMap<String, String> labels) {
        return passage.speaker()
                .map(WrittenText::fitting)
                .map(name -> passage.saidBy(labels.computeIfAbsent(name, _ -> Speakers.label(labels.size() + 1))))
                .orElse(passage);
    }

    private static String fitting(String name) {
        return name.codePointCount(0, name.length()) <= Speakers.LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, Speakers.LONGEST_NAME));
    }
}
