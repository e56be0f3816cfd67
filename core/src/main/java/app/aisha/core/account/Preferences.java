package app.aisha.core.account;

import java.util.Optional;

/**
 * How a person wants Aisha to work for them.
 *
 * @param recognitionLanguage ISO 639-1 code of what is spoken in the person's recordings; empty leaves it to the recogniser
 * @param confirmsQuotes whether a price is confirmed before it is spent
 * @param defaultRatio of new pictures
 * @param enrichesPrompts whether a description of a picture is translated and enriched before it is painted
 * @param showsProgress whether the steps of a work are told, not only its beginning and its end
 * @param vocabulary goes along with recordings where the recogniser takes it
 */
public record Preferences(
        Optional<String> recognitionLanguage,
        boolean confirmsQuotes,
        AspectRatio defaultRatio,
        boolean enrichesPrompts,
        PhotoRetention photoRetention,
        boolean showsProgress,
        Vocabulary vocabulary) {

    public static final Preferences DEFAULT = new Preferences(
            Optional.empty(), true, AspectRatio.SQUARE, true, PhotoRetention.KEEP, true, Vocabulary.EMPTY);

    /** Refuses what is no code of two lower-case letters. */
    public Preferences {
        if (!recognitionLanguage.orElse("xx").matches("[a-z]{2}")) {
            throw new IllegalArgumentException(recognitionLanguage + " is not an ISO 639-1 code");
        }
    }

    public Preferences withRecognitionLanguage(Optional<String> code) {
        return new Preferences(
                code, confirmsQuotes, defaultRatio, enrichesPrompts, photoRetention, showsProgress, vocabulary);
    }

    public Preferences withConfirmedQuotes(boolean confirmed) {
        return new Preferences(
                recognitionLanguage,
                confirmed,
                defaultRatio,
                enrichesPrompts,
                photoRetention,
                showsProgress,
                vocabulary);
    }

    public Preferences withDefaultRatio(AspectRatio ratio) {
        return new Preferences(
                recognitionLanguage, confirmsQuotes, ratio, enrichesPrompts, photoRetention, showsProgress, vocabulary);
    }

    public Preferences withEnrichedPrompts(boolean enriched) {
        return new Preferences(
                recognitionLanguage, confirmsQuotes, defaultRatio, enriched, photoRetention, showsProgress, vocabulary);
    }

    public Preferences withPhotoRetention(PhotoRetention retention) {
        return new Preferences(
                recognitionLanguage,
                confirmsQuotes,
                defaultRatio,
                enrichesPrompts,
                retention,
                showsProgress,
                vocabulary);
    }

    public Preferences withProgress(boolean shown) {
        return new Preferences(
                recognitionLanguage, confirmsQuotes, defaultRatio, enrichesPrompts, photoRetention, shown, vocabulary);
    }

    public Preferences withVocabulary(Vocabulary terms) {
        return new Preferences(
                recognitionLanguage,
                confirmsQuotes,
                defaultRatio,
                enrichesPrompts,
                photoRetention,
                showsProgress,
                terms);
    }
}
