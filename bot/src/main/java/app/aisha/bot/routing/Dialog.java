package app.aisha.bot.routing;

import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Step;
import app.aisha.bot.screen.Turn;
import app.aisha.core.account.User;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.transcript.Recording;
import java.util.Optional;

/**
 * What a feature's dialog offers the router. A dialog answers what is of its own sets and leaves everything else empty; it
 * knows no chat, message, clock or keyboard.
 */
public interface Dialog {

    /** The answer to a tapped button. */
    Optional<Turn> tapped(Action action, User user);

    /** The answer to a button that goes on with what an open dialog collected; it goes before the one that minds no dialog. */
    default Optional<Turn> tapped(Action action, Step step, User user) {
        return Optional.empty();
    }

    /** The answer to words that were awaited. */
    default Optional<Turn> said(String words, Step step, User user) {
        return Optional.empty();
    }

    /** The answer to a photo. */
    default Optional<Turn> photographed(SentPhoto photo, User user) {
        return Optional.empty();
    }

    /**
     * The answer to a photo while a dialog is open; it goes before the one that minds no dialog.
     *
     * @param caption what was written under it
     */
    default Optional<Turn> photographed(SentPhoto photo, Optional<String> caption, Step step, User user) {
        return Optional.empty();
    }

    /** The answer to a recording that was awaited; what nobody awaits is transcribed. */
    default Optional<Turn> recorded(Recording recording, Step step, User user) {
        return Optional.empty();
    }

    /** The answer to stars that were paid. */
    default Optional<Turn> paid(Incoming.Paid payment, User user) {
        return Optional.empty();
    }

    /** Takes note of stars that went back, perhaps to somebody who left; false where it is none of its business. */
    default boolean refunded(Incoming.RefundedByTelegram refund) {
        return false;
    }

    /** The answer to a command, without slash and in lower case. */
    default Optional<Turn> commanded(String command, User user) {
        return Optional.empty();
    }

    /** The same with the words that follow the command, which most commands do not mind; blank where there are none. */
    default Optional<Turn> commanded(String command, String words, User user) {
        return commanded(command, user);
    }
}
