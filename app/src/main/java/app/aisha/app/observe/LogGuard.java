package app.aisha.app.observe;

import java.util.List;
import java.util.regex.Pattern;

/** The second line of defence: takes out of a line what should not have been written into it. */
final class LogGuard {

    private static final String HIDDEN = "[hidden]";

    private static final List<Pattern> SECRETS = List.of(
            Pattern.compile("\\d{1,20}:[A-Za-z0-9_-]{20,}"),
            Pattern.compile("(?<=X-Amz-(Signature|Credential|Security-Token)=)[^&\\s\"]+"),
            Pattern.compile("(?<=://)[^/@\\s:]*:[^/@\\s]+(?=@)"),
            Pattern.compile("(?i)(?<=[?&]password=)[^&\\s\"]+"),
            Pattern.compile("(?i)(?<=\\bBearer )[\\w.-]{8,}"),
            Pattern.compile("(?<=\\bKey )[\\w-]+:[\\w-]+"),
            Pattern.compile("\\bsk-[A-Za-z0-9_-]{16,}"));

    private LogGuard() {}

    static String clean(String line) {
        var clean = line;
        for (var secret : SECRETS) {
            clean = secret.matcher(clean).replaceAll(HIDDEN);
        }
        return clean;
    }
}
