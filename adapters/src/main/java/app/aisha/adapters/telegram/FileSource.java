package app.aisha.adapters.telegram;

import java.nio.file.Path;

/** Where the bytes of files come from, and so how large a file may be. */
public sealed interface FileSource {

    /** The largest file in bytes. */
    long limit();

    /** Telegram's own servers, over HTTP. */
    record Cloud() implements FileSource {

        @Override
        public long limit() {
            return 20L << 20;
        }
    }

    /** A Bot API server of our own; its files come over HTTP from where the settings say. */
    record LocalServer() implements FileSource {

        @Override
        public long limit() {
            return LOCAL_LIMIT;
        }
    }

    /**
     * A Bot API server of our own that runs with {@code --local} and shares its folder with us. Nothing outside of the
     * folder is ever read, and nothing in it is changed or deleted.
     *
     * @param theirs absolute path of the folder as the server names it
     * @param ours absolute path of the same folder here
     */
    record SharedFolder(Path theirs, Path ours) implements FileSource {

        @Override
        public long limit() {
            return LOCAL_LIMIT;
        }
    }

    /** What a person can send: 2000 MB. */
    long LOCAL_LIMIT = 2000L << 20;
}
