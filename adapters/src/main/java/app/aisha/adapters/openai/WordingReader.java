package app.aisha.adapters.openai;

import app.aisha.core.avatar.TrainingType;
import app.aisha.core.picture.PromptWriter.Answer;
import app.aisha.core.picture.Wording;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads how a model put a picture into words, and mends what can be mended without guessing: the subject is named once, the rest
 * is one line. A description that is too long, or not English, is no answer; a reading that is missing is done without
 * when it was asked for twice.
 */
final class WordingReader {

    private static final Pattern SLOT = Pattern.compile("(?i)[{\\[<]{1,2}\\s*subject\\s*[}\\]>]{1,2}");
    private static final Pattern GAPS = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\s]+");
    private static final Pattern APOLOGY = Pattern.compile(
            "(?i)\\W*(i['’]?m sorry|i am sorry|sorry, |i (can['’]?t|cannot|can not|won['’]?t|am unable)|i['’]?m unable"
                    + "|as an ai\\b|unfortunately, i).*");
    private static final Pattern SENTENCE_START = Pattern.compile("(^|.*[.!?]\\s+)$");
    private static final int LONGEST_REASON = 200;

    private final TrainingType type;
    private final Locale reader;

    WordingReader(TrainingType type, Locale reader) {
        this.type = type;
        this.reader = reader;
    }

    /**
     * Empty when it has not the asked form.
     *
     * @param last whether it is better to do without a reading than without an answer
     */
    Optional<Answer> read(String said, boolean last) {
        return JsonInText.first(said, value -> answer(value.isArray() ? value.path(0) : value, last));
    }

    private Optional<Answer> answer(JsonNode value, boolean last) {
        var english = line(value.path(WordingForm.ENGLISH));
        if (APOLOGY.matcher(english).matches()) {
            return Optional.of(new Answer.Refused(english.substring(0, Math.min(english.length(), LONGEST_REASON))));
        }
        var described = named(english);
        var reading = Optional.of(line(value.path(WordingForm.READING)))
                .filter(text -> !text.isEmpty() && !WordingPrompt.isEnglish(reader))
                .map(text -> SLOT.matcher(text).replaceAll(again()));
        var unread = reading.isEmpty() && !WordingPrompt.isEnglish(reader) && !last;
        var tooLong = described.length() > Wording.LONGEST || reading.orElse("").length() > Wording.LONGEST;
        return unread || tooLong || !isEnglish(english)
                ? Optional.empty()
                : Optional.of(new Answer.Written(new Wording(described, reading)));
    }

    /** With the subject in it once. */
    private String named(String english) {
        var slots = SLOT.matcher(english);
        if (!slots.find()) {
            return MotifRules.with(Wording.SLOT, type, english);
        }
        var head = english.substring(0, slots.start()) + Wording.SLOT;
        var tail = english.substring(slots.end());
        var again = MotifRules.again(type);
        var atStart = again.substring(0, 1).toUpperCase(Locale.ROOT) + again.substring(1);
        return head + SLOT.matcher(tail).replaceAll(found -> startsSentence(tail, found.start()) ? atStart : again);
    }

    private static boolean startsSentence(String text, int at) {
        return at > 0 && SENTENCE_START.matcher(text.substring(0, at)).matches();
    }

    private String again() {
        return reader.getLanguage().equals("ru") ? MotifRules.againInRussian(type) : MotifRules.again(type);
    }

    /** Painters read Latin letters; a word on a sign may be of others. */
    private static boolean isEnglish(String text) {
        var letters = text.codePoints().filter(Character::isLetter).toArray();
        var latin = java.util.Arrays.stream(letters)
                .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN)
                .count();
        return latin > 0 && 2 * latin >= letters.length;
    }

    private static String line(JsonNode node) {
        return node.isString() ? GAPS.matcher(node.asString()).replaceAll(" ").strip() : "";
    }
}
