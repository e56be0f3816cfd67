package app.aisha.core.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.Gender;
import app.aisha.core.avatar.PhotoInspector;
import app.aisha.core.avatar.TrainingType;
import app.aisha.core.avatar.Workbench;
import app.aisha.core.picture.AskForPicture.Outcome;
import app.aisha.core.picture.AskForPicture.Request.OfAvatar;
import app.aisha.core.picture.PictureNotice.Trouble;
import app.aisha.core.picture.PromptWriter.Answer;
import app.aisha.core.picture.PromptWriter.Motif;
import app.aisha.core.picture.PromptWriter.Request;
import app.aisha.core.transcript.Dictation;
import app.aisha.core.transcript.ScriptedFiles;
import app.aisha.core.transcript.ScriptedSound;
import app.aisha.core.transcript.ScriptedTranscriber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the writer of prompts is told, and what is made of what it answers. */
class WordingRequestsTest {

    private static final Answer WRITTEN = new Answer.Written(new Wording("{subject} by the sea", Optional.empty()));

    private final List<Request> asked = new ArrayList<>();
    private final Studio studio;
    private Answer answer = WRITTEN;

    WordingRequestsTest(@TempDir Path folder) {
        studio = new Studio(folder.resolve("scratch"));
    }

    private AvatarId avatar(TrainingType type, Gender gender) {
        var draft = AvatarExamples.draft(studio.owner.id(), "Mug");
        var like = draft.heading();
        var heading = new Avatar.Heading(
                new AvatarId(UUID.randomUUID()),
                like.owner(),
                like.name(),
                type,
                gender,
                like.photos(),
                like.cover(),
                like.main(),
                like.createdAt(),
                like.version());
        var typed = new Avatar.Draft(heading, Optional.empty(), 0);
        studio.avatars.add(typed);
        AvatarExamples.path(Avatar.Ready.class, typed, 7).forEach(studio.avatars::save);
        return typed.id();
    }

    private PictureOrder composed(AskForPicture.Request request) throws InterruptedException {
        var order = ((Outcome.Composing) studio.ask().ask(studio.owner.id(), request)).order();
        var sounds = new ScriptedSound();
        var fetch = new FetchWish(
                new ScriptedFiles(),
                new Inspector(),
                new Dictation(sounds, sounds, new ScriptedTranscriber()),
                studio.media);
        var work = new Workbench(studio.outbox, studio.transactions, studio.scratch, studio.clock);
        new ComposeWording(studio.orders, studio.users, studio.avatars, this::write, fetch, work).compose(order.id());
        return studio.orders.find(order.id()).orElseThrow();
    }

    private Answer write(Request request) {
        asked.add(request);
        return answer;
    }

    @ParameterizedTest
    @CsvSource({"PORTRAIT, FEMALE", "OBJECT, OTHER", "STYLE, OTHER"})
    void theWriterIsToldWhatTheAvatarIsOf(TrainingType type, Gender gender) throws InterruptedException {
        var avatar = avatar(type, gender);

        var order = composed(new OfAvatar(avatar, new Wish.Words("у моря")));
        composed(new OfAvatar(avatar, new Wish.Reference("file", Optional.empty())));

        assertThat(order).isInstanceOf(PictureOrder.Offered.class);
        assertThat(asked).extracting(Request::motif).containsExactly(new Motif(type, gender), new Motif(type, gender));
    }

    @Test
    void whereNobodyLooksAtPicturesItIsSaidSo() throws InterruptedException {
        answer = new Answer.Blind();

        var order = composed(
                new OfAvatar(avatar(TrainingType.PORTRAIT, Gender.MALE), new Wish.Reference("file", Optional.empty())));

        assertThat(order).isInstanceOf(PictureOrder.Abandoned.class);
        assertThat(studio.outbox.posted(PictureNotice.Worded.class))
                .singleElement()
                .extracting(PictureNotice.Worded::problem)
                .isEqualTo(Trouble.NOBODY_LOOKS);
    }

    /** Finds every photo good. */
    private static final class Inspector implements PhotoInspector {

        @Override
        public boolean seesFaces() {
            return false;
        }

        @Override
        public Finding inspect(Path photo, Path copy, Path thumbnail) {
            return new Finding.Seen(AvatarExamples.look(1));
        }
    }
}
