package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.PhotoInspector;
import app.aisha.core.avatar.PhotoProblem;
import app.aisha.core.avatar.Workbench;
import app.aisha.core.media.RemoteFiles.Download;
import app.aisha.core.picture.AskForPicture.Request;
import app.aisha.core.picture.PictureNotice.Trouble;
import app.aisha.core.picture.PromptWriter.Answer;
import app.aisha.core.transcript.Dictation;
import app.aisha.core.transcript.ScriptedFiles;
import app.aisha.core.transcript.ScriptedSound;
import app.aisha.core.transcript.ScriptedTranscriber;
import app.aisha.core.work.JobOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComposeWordingTest {

    @TempDir
    Path folder;

    private final ScriptedWriter writer = new ScriptedWriter();
    private final ScriptedFiles files = new ScriptedFiles();
    private final ScriptedTranscriber transcriber = new ScriptedTranscriber();
    private boolean seesPhotos = true;
    private Studio studio;
    private Avatar.Ready avatar;

    @BeforeEach
    void open() {
        studio = new Studio(folder);
        avatar = studio.avatar("Mira");
    }

    private ComposeWording composing() {
        var sounds = new ScriptedSound();
        var fetch = new FetchWish(files, new Eyes(), new Dictation(sounds, sounds, transcriber), studio.media);
        var work = new Workbench(studio.outbox, studio.transactions, studio.scratch, studio.clock);
        return new ComposeWording(studio.orders, studio.users, writer, fetch, work);
    }

    private JobOutcome compose(OrderId id) throws InterruptedException {
        return composing().compose(id);
    }

    private OrderId asked(Request request) {
        return ((AskForPicture.Outcome.Composing) studio.ask().ask(studio.owner.id(), request))
                .order()
                .id();
    }

    private OrderId asked(Wish wish) {
        return asked(new Request.OfAvatar(avatar.id(), wish));
    }

    private PictureOrder stored(OrderId id) {
        return studio.orders.find(id).orElseThrow();
    }

    private Trouble told(OrderId id) {
        var last = studio.outbox.posted(PictureNotice.Worded.class).getLast();
        assertThat(last.order()).isEqualTo(id);
        assertThat(last.version()).isEqualTo(stored(id).heading().version());
        return last.problem();
    }

    @Test
    void aWishBecomesWordsAndANotice() throws InterruptedException {
        var id = asked(new Wish.Words(" у озера "));

        assertThat(compose(id)).isEqualTo(new JobOutcome.Finished());

        assertThat(writer.asked)
                .containsExactly(new PromptWriter.Request.OfWords(
                        "у озера", Optional.empty(), studio.owner.language().locale()));
        assertThat(stored(id).wordings()).containsExactly(ScriptedWriter.WRITTEN);
        assertThat(told(id)).isEqualTo(Trouble.NONE);
        assertThat(compose(id)).as("again").isEqualTo(new JobOutcome.Finished());
        assertThat(writer.asked).hasSize(1);
    }

    @Test
    void whereNothingUsefulCameTheOwnWordsDo() throws InterruptedException {
        writer.script = _ -> new Answer.Garbled();
        var id = asked(new Wish.Words("у озера"));

        compose(id);

        assertThat(stored(id).wordings()).containsExactly(new Wording("у озера", Optional.empty()));
        assertThat(told(id)).isEqualTo(Trouble.NOT_UNDERSTOOD);
    }

    @Test
    void aRefusedFirstWishIsOverAndARefusedChangeIsNot() throws InterruptedException {
        var offered = studio.offered(avatar, 1);
        studio.users.prefer(studio.owner.id(), studio.owner.preferences());
        studio.change().change(offered.id(), studio.owner.id(), new ChangeOrder.Change.Refined("naked"));
        var first = asked(new Wish.Words("something bad"));
        writer.script = _ -> new Answer.Refused("no");

        compose(offered.id());
        assertThat(told(offered.id())).isEqualTo(Trouble.REFUSED);
        compose(first);
        assertThat(told(first)).isEqualTo(Trouble.REFUSED);

        assertThat(stored(offered.id())).isInstanceOf(PictureOrder.Offered.class);
        assertThat(stored(offered.id()).wordings()).isEqualTo(offered.wordings());
        assertThat(stored(first)).isInstanceOf(PictureOrder.Abandoned.class);
    }

    @Test
    void aVoiceIsHeardAndSilenceIsTold() throws InterruptedException {
        transcriber.answers(_ -> ScriptedTranscriber.heard("у озера"));
        var spoken = asked(new Wish.Spoken("voice"));
        compose(spoken);
        assertThat(((PromptWriter.Request.OfWords) writer.asked.getLast()).words())
                .isEqualTo("у озера");
        assertThat(told(spoken)).isEqualTo(Trouble.NONE);

        transcriber.answers(_ -> ScriptedTranscriber.heard(" "));
        var silent = asked(new Wish.Spoken("voice"));
        compose(silent);
        assertThat(told(silent)).isEqualTo(Trouble.NOTHING_SAID);
    }

    @Test
    void photosOfTheSubjectAreKeptUnlessOneCannotBeOpened() throws InterruptedException {
        var id = asked(new Request.OfPhotos(List.of("a", "b"), "by a lake"));
        compose(id);
        var keys = ((Subject.OfPhotos) stored(id).heading().subject()).photos();
        assertThat(keys).hasSize(2).allMatch(studio::holds);
        assertThat(told(id)).isEqualTo(Trouble.NONE);

        seesPhotos = false;
        var bad = asked(new Request.OfPhotos(List.of("a"), "by a lake"));
        compose(bad);
        assertThat(told(bad)).isEqualTo(Trouble.UNREADABLE);
        var likeIt = asked(new Wish.Reference("a", Optional.empty()));
        compose(likeIt);
        assertThat(told(likeIt)).isEqualTo(Trouble.UNREADABLE);
        files.answer(_ -> new Download.Gone());
        var gone = asked(new Wish.Spoken("voice"));
        compose(gone);
        assertThat(told(gone)).isEqualTo(Trouble.UNREADABLE);
    }

    /** What of the outside is away. */
    enum Away {
        WRITER,
        FILES,
        TRANSCRIBER
    }

    @ParameterizedTest
    @EnumSource(Away.class)
    void whatIsAwayIsWaitedForTenMinutesAndNoLonger(Away away) throws InterruptedException {
        switch (away) {
            case WRITER -> writer.isAway(Duration.ofSeconds(7));
            case FILES -> files.areAway();
            case TRANSCRIBER ->
                transcriber.answers(_ -> {
                    throw ScriptedTranscriber.away(Duration.ofSeconds(7));
                });
        }
        var id = asked(new Wish.Spoken("voice"));

        assertThat(compose(id)).isInstanceOf(JobOutcome.Again.class);
        studio.clock.advance(Duration.ofMinutes(10));
        assertThat(compose(id)).isInstanceOf(JobOutcome.Again.class);
        assertThat(studio.outbox.posted(PictureNotice.Worded.class)).isEmpty();
        studio.clock.advance(Duration.ofSeconds(1));
        assertThat(compose(id)).isEqualTo(new JobOutcome.Finished());

        assertThat(told(id)).isEqualTo(Trouble.NO_SERVICE);
        assertThat(stored(id)).isInstanceOf(PictureOrder.Abandoned.class);
    }

    @Test
    void anOldOfferThatIsRefinedHasItsOwnTenMinutes() throws InterruptedException {
        var offered = studio.offered(avatar, 1);
        studio.clock.advance(Duration.ofMinutes(11));
        studio.change().change(offered.id(), studio.owner.id(), new ChangeOrder.Change.Refined("warmer"));
        writer.isAway(Duration.ofSeconds(7));

        assertThat(compose(offered.id())).isEqualTo(new JobOutcome.Again(Duration.ofSeconds(7), "the writer is away"));

        writer.script = _ -> new Answer.Written(ScriptedWriter.WRITTEN);
        compose(offered.id());
        assertThat(stored(offered.id()).wordings()).endsWith(ScriptedWriter.WRITTEN);
        assertThat(told(offered.id())).isEqualTo(Trouble.NONE);
    }

    @Test
    void aNewerWishIsWrittenByTheJobThatIsUnderWay() throws InterruptedException {
        var offered = studio.offered(avatar, 1);
        var change = studio.change();
        change.change(offered.id(), studio.owner.id(), new ChangeOrder.Change.Refined("warmer"));
        writer.script = request -> {
            if (request instanceof PromptWriter.Request.Changed changed
                    && changed.sentence().equals("warmer")) {
                change.change(offered.id(), studio.owner.id(), new ChangeOrder.Change.Refined("colder"));
            }
            return new Answer.Written(ScriptedWriter.WRITTEN);
        };

        assertThat(compose(offered.id()))
                .isInstanceOfSatisfying(
                        JobOutcome.Again.class,
                        again -> assertThat(again.pause()).isZero());
        assertThat(studio.outbox.posted(PictureNotice.Worded.class)).isEmpty();
        assertThat(compose(offered.id())).isEqualTo(new JobOutcome.Finished());

        assertThat(((PromptWriter.Request.Changed) writer.asked.getLast()).sentence())
                .isEqualTo("colder");
        assertThat(stored(offered.id()).wordings()).hasSize(2);
    }

    @Test
    void whatWasDroppedMeanwhileStaysDropped() throws InterruptedException {
        var id = asked(new Wish.Words("у озера"));
        writer.script = _ -> {
            studio.change().change(id, studio.owner.id(), new ChangeOrder.Change.Dropped());
            return new Answer.Written(ScriptedWriter.WRITTEN);
        };

        assertThat(compose(id)).isEqualTo(new JobOutcome.Finished());

        assertThat(stored(id)).isInstanceOf(PictureOrder.Abandoned.class);
        assertThat(studio.outbox.posted(PictureNotice.Worded.class)).isEmpty();
    }

    @Test
    void anErrorOfOurOwnEndsTheWish() {
        var id = asked(new Wish.Words("у озера"));

        composing().giveUp(id);
        composing().giveUp(id);

        assertThat(told(id)).isEqualTo(Trouble.NOT_UNDERSTOOD);
        assertThat(studio.outbox.posted(PictureNotice.Worded.class)).hasSize(1);
    }

    /** Sees every photo, or none. */
    private final class Eyes implements PhotoInspector {

        @Override
        public boolean seesFaces() {
            return false;
        }

        @Override
        public Finding inspect(Path photo, Path copy, Path thumbnail) {
            if (!seesPhotos) {
                return new Finding.Unusable(PhotoProblem.HEIC);
            }
            try {
                Files.copy(photo, copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Finding.Seen(AvatarExamples.look(1));
        }
    }
}
