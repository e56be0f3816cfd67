package app.aisha.bot;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.avatar.AvatarAction;
import app.aisha.bot.avatar.AvatarStep;
import app.aisha.bot.avatar.AvatarText;
import app.aisha.bot.avatar.PhotoAction;
import app.aisha.bot.avatar.TrainingAction;
import app.aisha.bot.screen.Action;
import app.aisha.core.Examples;
import app.aisha.core.account.Language;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.PhotoId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An avatar is its owner's alone. */
class StrangersAvatarTest {

    private final Desk desk = new Desk();

    @Test
    void aStrangerWithAnyButtonFindsNothingAndChangesNothing() {
        var mine = EveryAvatar.of(desk);
        var told = desk.outbox.posted().size();
        var sets = List.of(AvatarAction.class, PhotoAction.class, TrainingAction.class);
        for (var draft : mine) {
            var before = desk.avatars.find(draft.id());
            var photos = desk.avatars.of(draft.id());
            var photo = photos.isEmpty()
                    ? new PhotoId(new UUID(1, 1))
                    : photos.getFirst().id();
            var version = before.orElseThrow().heading().version();
            var forging = new Examples(4)
                    .given(AvatarId.class, draft::id)
                    .given(PhotoId.class, () -> photo)
                    .given(int.class, () -> version);
            sets.stream()
                    .flatMap(Examples::recordsOf)
                    .filter(type -> !type.equals(AvatarAction.ShowAll.class))
                    .forEach(type -> {
                        var turn = desk.tap((Action) forging.of(type), desk.anna);

                        var page = BotSets.pages().page(turn.screen().orElseThrow(), Language.RU);
                        assertThat(page.html() + page.rows()).doesNotContain("Ж");
                        assertThat(turn.toast()).as(type.getName()).contains(new AvatarText.NotFound());
                    });
            assertThat(desk.avatars.find(draft.id())).isEqualTo(before);
            assertThat(desk.avatars.of(draft.id())).isEqualTo(photos);
        }
        assertThat(desk.say(
                                "Anna’s now",
                                new AvatarStep.Renaming(mine.getFirst().id()),
                                desk.anna)
                        .toast())
                .contains(new AvatarText.NotFound());
        assertThat(desk.outbox.posted()).hasSize(told);
        assertThat(desk.jobs.line()).isEmpty();
    }
}
