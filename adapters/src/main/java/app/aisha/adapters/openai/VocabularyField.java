package app.aisha.adapters.openai;

import app.aisha.adapters.http.MultipartForm;
import java.util.List;

/** Where a request has room for names and terms. */
enum VocabularyField {
    /** One field for each term; one that is no clean line has the whole request refused. */
    KEYWORDS,
    /** One field of free text. */
    PROMPT,
    /** One field of speaches and vLLM. */
    HOTWORDS,
    NONE;

    /** Takes terms that are clean already. */
    void addTo(MultipartForm form, List<String> terms) {
        if (terms.isEmpty()) {
            return;
        }
        switch (this) {
            case KEYWORDS -> terms.forEach(term -> form.field("keywords[]", term));
            case PROMPT -> form.field("prompt", Vocabulary.prompt(terms));
            case HOTWORDS -> form.field("hotwords", String.join(", ", terms));
            case NONE -> {}
        }
    }
}
