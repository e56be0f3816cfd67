package app.aisha.adapters.textfiles;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What the first bytes of a file tell. */
enum Beginning {
    ZIP,

    /** Of Microsoft's programs before 2007, and of their documents under a password. */
    COMPOUND,

    /** A document for people, of a kind that is not read. */
    FOREIGN_DOCUMENT,

    /** Made of characters, but a page, a drawing, a list of files or a program. */
    FOR_MACHINES,
    UNKNOWN;

    private static final int LENGTH = 100;
    private static final String COMPOUND_MARK = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
    private static final List<String> DOCUMENTS = List.of("%pdf-", "{\\rtf");
    private static final List<String> MACHINES = List.of(
            "<?xml", "<!doctype", "<html", "<svg", "#extm3u", "#!", "[playlist]", "ffconcat", ";ffmetadata", "%!ps");

    static Beginning of(byte[] bytes) {
        var raw = new String(bytes, 0, Math.min(bytes.length, LENGTH), StandardCharsets.ISO_8859_1);
        if (raw.startsWith("PK\u0003\u0004") || raw.startsWith("PK\u0005\u0006")) {
            return ZIP;
        }
        if (raw.startsWith(COMPOUND_MARK)) {
            return COMPOUND;
        }
        var visible = raw.replaceFirst("^\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
        if (DOCUMENTS.stream().anyMatch(visible::startsWith)) {
            return FOREIGN_DOCUMENT;
        }
        return MACHINES.stream().anyMatch(visible::startsWith) ? FOR_MACHINES : UNKNOWN;
    }
}
