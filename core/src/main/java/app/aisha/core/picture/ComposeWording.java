package app.aisha.core.picture;

import app.aisha.core.account.User;
import app.aisha.core.account.Users;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.Avatars;
import app.aisha.core.avatar.Workbench;
import app.aisha.core.media.MediaUnavailable;
import app.aisha.core.media.RemoteFiles.RemoteFilesUnavailable;
import app.aisha.core.picture.PictureNotice.Trouble;
import app.aisha.core.picture.PromptWriter.Answer;
import app.aisha.core.picture.PromptWriter.Motif;
import app.aisha.core.picture.PromptWriter.Request;
import app.aisha.core.picture.PromptWriter.WriterUnavailable;
import app.aisha.core.transcript.SoundToolUnavailable;
import app.aisha.core.transcript.Transcriber.TranscriberUnavailable;
import app.aisha.core.work.JobOutcome;
import app.aisha.core.work.Pause;
import app.aisha.core.work.StaleState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts the wish of an order into words. May run any number of times, also twice at once: it is saved only onto the state it
 * started from. Costs its owner nothing.
 */
public final class ComposeWording {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final PictureOrders orders;
    private final Users users;
    private final Avatars avatars;
    private final PromptWriter writer;
    private final FetchWish fetch;
    private final Workbench work;

    public ComposeWording(
            PictureOrders orders, Users users, Avatars avatars, PromptWriter writer, FetchWish fetch, Workbench work) {
        this.orders = orders;
        this.users = users;
        this.avatars = avatars;
        this.writer = writer;
        this.fetch = fetch;
        this.work = work;
    }

    /** Answers when to come again, if at all. */
    public JobOutcome compose(OrderId id) throws InterruptedException {
        if (!(orders.find(id).orElse(null) instanceof PictureOrder.Composing composing)) {
            return new JobOutcome.Finished();
        }
        try (var folder = work.scratch().open()) {
            return compose(composing, folder.path());
        } catch (StaleState _) {
            return new JobOutcome.Finished();
        } catch (WriterUnavailable e) {
            return wait(composing, e.pause(), e);
        } catch (TranscriberUnavailable e) {
            return wait(composing, e.pause(), e);
        } catch (RemoteFilesUnavailable | MediaUnavailable | SoundToolUnavailable e) {
            return wait(composing, Duration.ofSeconds(1), e);
        }
    }

    /** Ends the composing of a wish whose tries failed again and again through an error of our own. */
    public void giveUp(OrderId id) {
        if (orders.find(id).orElse(null) instanceof PictureOrder.Composing composing) {
            leave(composing, Trouble.NOT_UNDERSTOOD);
        }
    }

    private JobOutcome compose(PictureOrder.Composing composing, Path folder)
            throws WriterUnavailable, TranscriberUnavailable, RemoteFilesUnavailable, MediaUnavailable,
                    SoundToolUnavailable, InterruptedException {
        var user = users.find(composing.owner());
        if (user.isEmpty()) {
            return leave(composing, Trouble.UNREADABLE);
        }
        return switch (fetch.fetch(composing, folder)) {
            case FetchWish.Fetched.Trouble(var trouble) -> leave(composing, trouble);
            case FetchWish.Fetched.Words(var words) -> inWords(composing, words, user.get());
            case FetchWish.Fetched.Picture(var picture, var words) ->
                answered(
                        composing,
                        writer.write(new Request.OfPicture(picture, words, motif(composing), reader(user.get()))),
                        Optional.empty());
            case FetchWish.Fetched.Change(var sentence) ->
                answered(
                        composing,
                        writer.write(new Request.Changed(
                                composing.wordings().getLast(), sentence, motif(composing), reader(user.get()))),
                        Optional.empty());
        };
    }

    private JobOutcome inWords(PictureOrder.Composing composing, String words, User user)
            throws WriterUnavailable, InterruptedException {
        var own = new Wording(words, Optional.empty());
        return user.preferences().enrichesPrompts()
                ? answered(
                        composing,
                        writer.write(new Request.OfWords(words, motif(composing), reader(user))),
                        Optional.of(own))
                : save(composing.worded(own), Trouble.NONE);
    }

    /** Where nothing useful came, the owner's own words do. */
    private JobOutcome answered(PictureOrder.Composing composing, Answer answer, Optional<Wording> own) {
        return switch (answer) {
            case Answer.Written(var wording) -> save(composing.worded(wording), Trouble.NONE);
            case Answer.Refused _ -> leave(composing, Trouble.REFUSED);
            case Answer.Blind _ -> leave(composing, Trouble.NOBODY_LOOKS);
            case Answer.Garbled _ ->
                own.isPresent()
                        ? save(composing.worded(own.get()), Trouble.NOT_UNDERSTOOD)
                        : leave(composing, Trouble.NOT_UNDERSTOOD);
        };
    }

    /** Back to the words before, if there are any. */
    private JobOutcome leave(PictureOrder.Composing composing, Trouble trouble) {
        return save(composing.unchanged().<PictureOrder>map(order -> order).orElseGet(composing::abandoned), trouble);
    }

    private JobOutcome save(PictureOrder order, Trouble trouble) {
        work.transactions().run(() -> {
            orders.save(order);
            work.outbox()
                    .post(new PictureNotice.Worded(
                            order.owner(), order.id(), trouble, order.heading().version()));
        });
        return new JobOutcome.Finished();
    }

    private JobOutcome wait(PictureOrder.Composing composing, Duration pause, Exception e) {
        var age = Duration.between(composing.heading().at(), work.clock().instant());
        if (age.compareTo(PATIENCE) > 0) {
            return leave(composing, Trouble.NO_SERVICE);
        }
        var usual = Pause.of(age);
        return new JobOutcome.Again(pause.compareTo(usual) > 0 ? pause : usual, String.valueOf(e.getMessage()));
    }

    private Motif motif(PictureOrder order) {
        return switch (order.heading().subject()) {
            case Subject.OfPhotos _ -> Motif.SOMEBODY;
            case Subject.OfAvatar(var id) ->
                avatars.find(id, order.owner())
                        .map(Avatar::heading)
                        .map(heading -> new Motif(heading.type(), heading.gender()))
                        .orElse(Motif.SOMEBODY);
        };
    }

    private static Locale reader(User user) {
        return user.language().locale();
    }
}
