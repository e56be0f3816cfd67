package app.aisha.core.picture;

import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.TrainingType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes what a painter is told of a wording: the trigger of the avatar is in it exactly once, whatever its owner wrote. */
public final class Prompt {

    private static final String SLOT = Pattern.quote(Wording.SLOT);
    private static final Pattern FIRST_SLOT = Pattern.compile(SLOT);
    private static final Pattern SPACES = Pattern.compile("\\s{2,}");

    private Prompt() {}

    /** For an avatar. */
    public static String of(Wording wording, String trigger, TrainingType type, Gender gender) {
        var noun = switch (type) {
            case PORTRAIT ->
                switch (gender) {
                    case MALE -> " man";
                    case FEMALE -> " woman";
                    case OTHER -> " person";
                };
            case STYLE -> " style";
            case OBJECT -> "";
        };
        var free = wording.english().replaceAll("(?i)" + Pattern.quote(trigger), " ");
        return filled(free, trigger + noun, lead(type));
    }

    /** For a picture of whoever is on the photos. */
    public static String ofPhotos(Wording wording) {
        return filled(wording.english(), "the person in the reference photos", "A picture of ");
    }

    private static String lead(TrainingType type) {
        return switch (type) {
            case PORTRAIT, OBJECT -> "A photo of ";
            case STYLE -> "In ";
        };
    }

    private static String filled(String words, String subject, String lead) {
        var slot = FIRST_SLOT.matcher(words);
        var named = slot.find()
                ? words.substring(0, slot.start())
                        + subject
                        + words.substring(slot.end()).replaceAll(SLOT, Matcher.quoteReplacement("the subject"))
                : lead + subject + ", " + words.strip();
        return SPACES.matcher(named).replaceAll(" ").strip();
    }
}
