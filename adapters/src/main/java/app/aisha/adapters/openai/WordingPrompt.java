package app.aisha.adapters.openai;

import app.aisha.core.picture.PromptWriter.Request;
import app.aisha.core.picture.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the words of a picture are asked for with. */
final class WordingPrompt {

    private static final String RULES = DigestForm.file("picture-rules.txt");

    private WordingPrompt() {}

    /**
     * Everything that people wrote goes into the data.
     *
     * @param picture as a data URI, where there is one to look at
     */
    static ChatPrompt of(Request request, Optional<String> picture, Fence fence) {
        var form = WordingForm.of(request);
        var instruction = (form.instruction() + "\n\n" + RULES)
                .replace("{motif}", MotifRules.of(request.motif()))
                .replace("{wish}", fence.opening("wish"))
                .replace("{description}", fence.opening("description"))
                .replace("{change}", fence.opening("change"))
                .replace("{mark}", fence.mark())
                .replace("{reading}", reading(request.reader()));
        return new ChatPrompt(form, instruction, data(request, fence), picture);
    }

    private static String data(Request request, Fence fence) {
        var pieces = new ArrayList<String>();
        switch (request) {
            case Request.OfWords told -> pieces.add(fence.around("wish", List.of(told.words())));
            case Request.OfPicture shown ->
                pieces.add(shown.words()
                        .map(wish -> fence.around("wish", List.of(wish)))
                        .orElse("The picture:"));
            case Request.Changed changed -> {
                pieces.add(fence.around("description", List.of(changed.wording().english())));
                changed.wording().reading().ifPresent(reading -> pieces.add(fence.around("reading", List.of(reading))));
                pieces.add(fence.around("change", List.of(changed.sentence())));
            }
        }
        return String.join("\n\n", pieces);
    }

    private static String reading(Locale reader) {
        return isEnglish(reader)
                ? "is an empty text"
                : "says the same in %s, as natural as if it had been written in that language. It does not contain %s: say it without naming the subject, or name it plainly in that language"
                        .formatted(reader.getDisplayLanguage(Locale.ENGLISH), Wording.SLOT);
    }

    static boolean isEnglish(Locale reader) {
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
