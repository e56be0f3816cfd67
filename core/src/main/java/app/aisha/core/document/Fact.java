package app.aisha.core.document;

/** A line of a document's head, such as its date; one line each, cleaned like all text of a {@link TextDocument}. */
public record Fact(String label, String value) {

    public Fact {
        label = CleanText.line(label);
        value = CleanText.line(value);
    }
}
