package app.aisha.core.privacy;

import app.aisha.core.account.UserId;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.media.MediaKey;
import app.aisha.core.transcript.Transcript;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the files of a person are called in their copy: by what they know, with enough of the id that no two are alike. */
final class FileNames {

    private static final int LONGEST = 60;

    private final Map<String, String> folders = new HashMap<>();

    /** Names the folder of a transcript; the folder. */
    String of(Transcript transcript) {
        var heading = transcript.heading();
        var name = heading.title()
                .or(() -> heading.recording().name())
                .orElseGet(() -> heading.recording().kind().name().toLowerCase(Locale.ROOT));
        var day = heading.createdAt().atOffset(ZoneOffset.UTC).toLocalDate();
        return named(transcript.id().value(), "recordings/" + day + " " + safe(name));
    }

    /** Names the folders of the avatars. */
    void know(Avatars avatars, UserId owner) {
        for (Avatar avatar : avatars.of(owner)) {
            named(avatar.id().value(), "avatars/" + safe(avatar.heading().name()));
        }
    }

    private String named(UUID id, String name) {
        var digits = id.toString();
        return folders.computeIfAbsent(digits, _ -> name + " " + digits.substring(digits.length() - 8));
    }

    private static String safe(String name) {
        var clean = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", " ").strip();
        var end = clean.offsetByCodePoints(0, Math.min(LONGEST, clean.codePointCount(0, clean.length())));
        return clean.substring(0, end).strip().replaceAll("\\.+$", "");
    }

    /** Of a stored object; empty for what is made of others: small copies, and copies of everything. */
    Optional<String> of(MediaKey key) {
        var segments = key.value().split("/", 4);
        if (segments.length < 4 || segments[2].equals("exports")) {
            return Optional.empty();
        }
        var sort = segments[2];
        var slash = segments[3].indexOf('/');
        if (slash < 0) {
            return Optional.of(sort + "/" + segments[3]);
        }
        var id = segments[3].substring(0, slash);
        var file = segments[3].substring(slash + 1);
        if (sort.equals("pictures")) {
            return file.startsWith("thumbnail")
                    ? Optional.empty()
                    : Optional.of("pictures/" + id + file.substring(Math.max(0, file.lastIndexOf('.'))));
        }
        return Optional.of(folders.getOrDefault(id, sort + "/" + id) + "/" + file);
    }
}
