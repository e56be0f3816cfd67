package app.aisha.simulators.telegram;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file as Telegram knows it. The JSON is what messages show of it; siblings are the file_ids of all sizes of the same
 * photo, ascending, or just its own.
 */
record StoredFile(Kind kind, String hash, String path, ObjectNode json, List<String> siblings) {

    /** The field of a message that holds such a file, how TDLib calls it and where downloads find it. */
    enum Kind {
        PHOTO("AgACAgIAAxk", "Photo", "photos", "jpg"),
        VOICE("AwACAgIAAxk", "VoiceNote", "voice", "oga"),
        AUDIO("CQACAgIAAxk", "Audio", "music", "mp3"),
        VIDEO("BAACAgIAAxk", "Video", "videos", "mp4"),
        VIDEO_NOTE("DQACAgIAAxk", "VideoNote", "video_notes", "mp4"),
        DOCUMENT("BQACAgIAAxk", "Document", "documents", ""),
        ANIMATION("CgACAgIAAxk", "Animation", "animations", "mp4");

        final String prefix;
        final String tdlibName;
        final String folder;
        final String extension;

        Kind(String prefix, String tdlibName, String folder, String extension) {
            this.prefix = prefix;
            this.tdlibName = tdlibName;
            this.folder = folder;
            this.extension = extension;
        }

        /** As in parameters and messages: {@code video_note}. */
        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    StoredFile {
        siblings = List.copyOf(siblings);
    }

    String id() {
        return json.path("file_id").asString("");
    }

    long size() {
        return json.path("file_size").asLong(0);
    }
}
