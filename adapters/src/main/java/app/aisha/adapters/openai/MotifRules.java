package app.aisha.adapters.openai;

import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.picture.PromptWriter.Motif;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** What a model is told about the subject of a picture, and how its answers are mended; another thing for each type. */
final class MotifRules {

    private static final Map<TrainingType, String> RULES = read();

    private MotifRules() {}

    private static Map<TrainingType, String> read() {
        var rules = new EnumMap<TrainingType, String>(TrainingType.class);
        Arrays.stream(TrainingType.values()).forEach(type -> rules.put(type, DigestForm.file(fileOf(type))));
        return rules;
    }

    private static String fileOf(TrainingType type) {
        return switch (type) {
            case PORTRAIT -> "picture-of-person.txt";
            case STYLE -> "picture-in-style.txt";
            case OBJECT -> "picture-of-object.txt";
        };
    }

    static String of(Motif motif) {
        return RULES.getOrDefault(motif.type(), "")
                .replace("{person}", person(motif.gender()))
                .replace("{pronoun}", pronoun(motif.gender()));
    }

    private static String person(Gender gender) {
        return switch (gender) {
            case MALE -> "a man";
            case FEMALE -> "a woman";
            case OTHER -> "a person";
        };
    }

    private static String pronoun(Gender gender) {
        return switch (gender) {
            case MALE -> "he";
            case FEMALE -> "she";
            case OTHER -> "they";
        };
    }

    /** What the subject is called where it is named again. */
    static String again(TrainingType type) {
        return switch (type) {
            case PORTRAIT -> "the person";
            case STYLE -> "this style";
            case OBJECT -> "the subject";
        };
    }

    /** The same for Russian readers. */
    static String againInRussian(TrainingType type) {
        return switch (type) {
            case PORTRAIT -> "человек";
            case STYLE -> "этот стиль";
            case OBJECT -> "объект";
        };
    }

    /** A description that forgot its subject. */
    static String with(String slot, TrainingType type, String english) {
        return switch (type) {
            case PORTRAIT, OBJECT -> slot + ", " + english;
            case STYLE -> "In " + slot + ", " + english;
        };
    }
}
