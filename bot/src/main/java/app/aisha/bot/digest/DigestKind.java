package app.aisha.bot.digest;

import app.aisha.core.digest.Request;

/** What a button has made of a transcript. */
public enum DigestKind {
    SUMMARY,
    TO_DO,
    PROTOCOL;

    Request request() {
        return switch (this) {
            case SUMMARY -> new Request.Summary();
            case TO_DO -> new Request.ToDo();
            case PROTOCOL -> new Request.Protocol();
        };
    }
}
