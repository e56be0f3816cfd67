package app.aisha.bot.screen;

import java.util.Optional;

/**
 * A dialog's answer: what to show, where, and what is awaited next.
 *
 * @param screen nothing is shown where it is empty
 * @param place where the screen appears
 * @param next what becomes of the open dialog
 * @param toast a short line over the chat, shown only in answer to a tap
 */
public record Turn(Optional<Screen> screen, Place place, Next next, Optional<Text> toast) {

    /** Where a screen appears. */
    public enum Place {
        /** In place of the screen that was tapped; as a new message where nothing was tapped. */
        HERE,
        /** Always as a new message. */
        BELOW
    }

    /** What becomes of the open dialog. */
    public sealed interface Next {

        record Keep() implements Next {}

        record Close() implements Next {}

        record Await(Step step) implements Next {}
    }

    /** Shows a screen and closes any open dialog. */
    public static Turn show(Screen screen) {
        return new Turn(Optional.of(screen), Place.HERE, new Next.Close(), Optional.empty());
    }

    /** Adds a message and leaves an open dialog as it is. */
    public static Turn aside(Screen screen) {
        return new Turn(Optional.of(screen), Place.BELOW, new Next.Keep(), Optional.empty());
    }

    /** Shows a screen in place of the tapped one and leaves an open dialog as it is. */
    public static Turn redraw(Screen screen) {
        return new Turn(Optional.of(screen), Place.HERE, new Next.Keep(), Optional.empty());
    }

    /** Says nothing and leaves an open dialog as it is. */
    public static Turn silence() {
        return new Turn(Optional.empty(), Place.HERE, new Next.Keep(), Optional.empty());
    }

    public Turn expecting(Step step) {
        return new Turn(screen, place, new Next.Await(step), toast);
    }

    public Turn toast(Text words) {
        return new Turn(screen, place, next, Optional.of(words));
    }
}
