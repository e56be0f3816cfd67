package app.aisha.adapters.openai;

import app.aisha.adapters.http.MultipartForm;
import java.util.Locale;
import java.util.Optional;

/**
 * One way of asking for the text of a clip.
 *
 * @param language the hint that is sent, already in the model's terms
 */
record SpeechQuestion(String model, ModelProfile profile, Optional<String> language, SpeechUpload upload) {

    static SpeechQuestion of(String model, Optional<String> language, SpeechUpload upload) {
        var profile = ModelProfile.of(model);
        return new SpeechQuestion(model, profile, profile.hint(language), upload);
    }

    MultipartForm form() {
        var form = new MultipartForm().field("model", model).field("response_format", profile.format());
        language.ifPresent(code -> form.field(profile.languageField(), code));
        upload.addTo(form);
        return form;
    }

    /** The same question without what the server complained about, if it was something that can be left out. */
    Optional<SpeechQuestion> without(ServiceError complaint) {
        var about = (complaint.message() + " " + complaint.param()).toLowerCase(Locale.ROOT);
        if (language.isPresent() && about.contains("language")) {
            return Optional.of(new SpeechQuestion(model, profile, Optional.empty(), upload));
        }
        if (profile.segments() && (about.contains("response_format") || about.contains("verbose_json"))) {
            return Optional.of(new SpeechQuestion(model, profile.withoutSegments(), language, upload));
        }
        return Optional.empty();
    }
}
