package app.aisha.adapters.openai;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the address of a server tells about it; no name is looked up. */
enum Whereabouts {
    OPENAI,
    /** A service that is known to read Opus. */
    GROQ,
    /** On this machine or in a private network. */
    PRIVATE,
    ELSEWHERE;

    private static final Pattern PRIVATE_HOST =
            Pattern.compile("localhost|[^.:]+|.*\\.(local|localhost|internal|lan|home)"
                    + "|127\\..*|10\\..*|192\\.168\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*"
                    + "|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*|\\[(::1|f[cd].*|fe80.*)]");

    static Whereabouts of(URI baseUrl) {
        var host = baseUrl.getHost().toLowerCase(Locale.ROOT);
        if (host.equals("api.openai.com") || host.endsWith(".api.openai.com")) {
            return OPENAI;
        }
        if (host.equals("api.groq.com")) {
            return GROQ;
        }
        return PRIVATE_HOST.matcher(host).matches() ? PRIVATE : ELSEWHERE;
    }
}
