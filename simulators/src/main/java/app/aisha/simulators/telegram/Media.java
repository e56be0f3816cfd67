package app.aisha.simulators.telegram;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The file of a message to be: one already known, or bytes that still need their identifiers. */
sealed interface Media {

    StoredFile.Kind kind();

    /** Sent again by file_id. */
    record Known(StoredFile file) implements Media {

        @Override
        public StoredFile.Kind kind() {
            return file.kind();
        }
    }

    /** Uploaded; a photo has one variant for each of its sizes, everything else has one. */
    record Fresh(StoredFile.Kind kind, List<Variant> variants) implements Media {

        public Fresh {
            variants = List.copyOf(variants);
        }
    }

    /** Stored bytes, the size that is claimed for them, and the fields the message shows. */
    record Variant(String hash, long size, ObjectNode details) {}
}
