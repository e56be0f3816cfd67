package app.aisha.bot.routing;

import app.aisha.bot.screen.Page;
import app.aisha.core.account.ChatId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what was shown, in order; can be told that no message gets through. */
public final class RecordingChats implements ChatGateway {

    /** What was shown. */
    public sealed interface Shown {

        record Sent(ChatId chat, Page page) implements Shown {}

        record Edited(ChatId chat, long message, Page page) implements Shown {}

        record Answered(String query, Optional<String> toast) implements Shown {}
    }

    private final List<Shown> shown = new ArrayList<>();
    private volatile boolean unavailable;

    public void setUnavailable(boolean unavailable) {
        this.unavailable = unavailable;
    }

    @Override
    public void send(ChatId chat, Page page) throws ChatUnavailable {
        check();
        keep(new Shown.Sent(chat, page));
    }

    @Override
    public void edit(ChatId chat, long message, Page page) throws ChatUnavailable {
        check();
        keep(new Shown.Edited(chat, message, page));
    }

    @Override
    public void answer(String query, Optional<String> toast) {
        keep(new Shown.Answered(query, toast));
    }

    public synchronized List<Shown> shown() {
        return List.copyOf(shown);
    }

    public synchronized Shown last() {
        return shown.getLast();
    }

    /** The page shown last. */
    public Page page() {
        return switch (last()) {
            case Shown.Sent sent -> sent.page();
            case Shown.Edited edited -> edited.page();
            case Shown.Answered answered -> throw new AssertionError("No page, but " + answered);
        };
    }

    private synchronized void keep(Shown what) {
        shown.add(what);
    }

    private void check() throws ChatUnavailable {
        if (unavailable) {
            throw new ChatUnavailable("Nothing gets through");
        }
    }
}
