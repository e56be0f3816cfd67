package app.aisha.adapters.openai;

import app.aisha.adapters.http.MultipartForm;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.core.transcript.Transcriber.Hints;
import java.io.FileNotFoundException;
import java.util.List;
import java.util.Optional;

/**
 * One way of asking for the text of a clip.
 *
 * @param language the hint that is sent, already in the model's terms
 * @param terms the vocabulary, cleaned
 */
record SpeechQuestion(
        String model,
        Manner manner,
        Optional<String> language,
        List<String> terms,
        SpeechSound sound,
        SpeechUpload upload) {

    static SpeechQuestion of(String model, Manner manner, Hints hints, SpeechSound sound)
            throws SoundToolUnavailable, FileNotFoundException, InterruptedException {
        var hint = manner.profile().language().hint(hints.language());
        var automatic = manner.auto() ? Optional.of(LanguageField.AUTO) : Optional.<String>empty();
        return new SpeechQuestion(
                model,
                manner,
                hint.or(() -> automatic),
                Vocabulary.clean(hints.vocabulary()),
                sound,
                sound.packed(manner.sound()));
    }

    /** A second of sound, asked for in this form, to see whether the server gives it. */
    static SpeechQuestion trial(String model, Manner manner) {
        var sound = new SpeechSound.Trial();
        var language = manner.auto() ? Optional.of(LanguageField.AUTO) : Optional.<String>empty();
        return new SpeechQuestion(model, manner, language, List.of(), sound, sound.packed(manner.sound()));
    }

    MultipartForm form() {
        var form = new MultipartForm()
                .field("model", model)
                .field("response_format", manner.format().wireName());
        language.ifPresent(code -> form.field(manner.profile().language().name(), code));
        manner.vocabulary().addTo(form, terms);
        if (manner.format() == SpeechFormat.DIARIZED_JSON) {
            form.field("chunking_strategy", "auto");
        }
        upload.addTo(form);
        return form;
    }

    /** Whether the answer was told the language beforehand, so that it proves nothing. */
    boolean tellsLanguage() {
        return language.isPresent() && !language.get().equals(LanguageField.AUTO);
    }

    /** The same question without what the server complained about, if it was something that can be left out. */
    Optional<SpeechQuestion> easier(Verdict.Rejected<?> complaint) {
        if (language.isPresent() && complaint.isAbout("language")) {
            return Optional.of(new SpeechQuestion(model, manner, Optional.empty(), terms, sound, upload));
        }
        var next = nextFormat();
        if (next.isPresent() && complaint.isAbout("response_format|(verbose|diarized)_?json|timestamp")) {
            return next.map(format -> with(manner.withFormat(format), upload));
        }
        if (!terms.isEmpty() && complaint.isAbout("keyword|prompt|hotword")) {
            return Optional.of(with(manner.withoutVocabulary(), upload));
        }
        return SpeechComplaints.aboutSound(complaint) && upload.kind() != SpeechUpload.Kind.WAV
                ? sound.plain().map(wav -> with(manner.with(Manner.Sound.WAV), wav))
                : Optional.empty();
    }

    private Optional<SpeechFormat> nextFormat() {
        return switch (manner.format()) {
            case DIARIZED_JSON, VERBOSE_JSON -> Optional.of(SpeechFormat.JSON);
            case JSON -> Optional.of(SpeechFormat.TEXT);
            case TEXT -> Optional.empty();
        };
    }

    private SpeechQuestion with(Manner other, SpeechUpload otherUpload) {
        return new SpeechQuestion(model, other, language, terms, sound, otherUpload);
    }
}
