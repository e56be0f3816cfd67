package app.aisha.core.document;

/** A kind of file a document can be written as. */
public enum DocumentFormat {
    TXT("TXT", "txt", "text/plain"),
    MARKDOWN("Markdown", "md", "text/markdown"),
    DOCX("DOCX", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    PDF("PDF", "pdf", "application/pdf"),
    SRT("SRT", "srt", "application/x-subrip"),
    VTT("VTT", "vtt", "text/vtt"),
    JSON("JSON", "json", "application/json");

    private final String label;
    private final String extension;
    private final String contentType;

    DocumentFormat(String label, String extension, String contentType) {
        this.label = label;
        this.extension = extension;
        this.contentType = contentType;
    }

    /** The name people know the format by, the same in every language. */
    public String label() {
        return label;
    }

    /** Ending of file names, without a dot. */
    public String extension() {
        return extension;
    }

    /** MIME type, without a character set; all text is UTF-8. */
    public String contentType() {
        return contentType;
    }

    /** Whether the file consists of passages with a beginning and an end, and of nothing else. */
    public boolean isSubtitles() {
        return switch (this) {
            case SRT, VTT -> true;
            case TXT, MARKDOWN, DOCX, PDF, JSON -> false;
        };
    }
}
