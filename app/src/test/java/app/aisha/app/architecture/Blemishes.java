package app.aisha.app.architecture;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What no file of the project may contain. */
final class Blemishes {

    private static final Map<String, Pattern> PATTERNS = Map.of(
            "path of a machine",
                    Pattern.compile("(?<![\\w.:}/-])/(root|work|mnt|home/[a-z]\\w*|Users/[A-Za-z]\\w*)/[\\w.]"),
            "address of a registry",
                    Pattern.compile(
                            "repo1?\\.maven|maven\\.org|registry\\.(npmjs|yarnpkg)|npmjs\\.(org|com)|deb\\.debian|pypi\\.org"
                                + "|docker\\.io|artifactory|jfrog|nexus\\.|distributionUrl"),
            "token of a bot", Pattern.compile("(?<!\\d)\\d{8,10}:[\\w-]{35}(?![\\w-])"),
            "key",
                    Pattern.compile("\\bsk-[A-Za-z0-9_-]{20,}|\\bAKIA[0-9A-Z]{16}\\b|\\bgh[pousr]_\\w{20,}"
                            + "|\\bglpat-[\\w-]{20,}|\\bkey-[0-9a-f]{32}\\b"),
            "private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            "word of what is not done", Pattern.compile("\\b(TODO|FIXME|XXX|HACK|WIP)\\b"),
            "empty promise", Pattern.compile("(?i)\\bcoming soon\\b|\\bnot implemented( yet)?\\b|в разработке"),
            "mocking library", Pattern.compile("org\\.mockito"));

    private Blemishes() {}

    /** Lines such as {@code path of a machine: …}. */
    static List<String> in(String text) {
        return PATTERNS.entrySet().stream()
                .flatMap(entry -> entry.getValue()
                        .matcher(text)
                        .results()
                        .map(MatchResult::group)
                        .map(found -> entry.getKey() + ": " + found))
                .sorted()
                .toList();
    }
}
