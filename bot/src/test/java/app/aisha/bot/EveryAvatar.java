package app.aisha.bot;

import app.aisha.bot.avatar.TrainingAction;
import app.aisha.bot.screen.Turn;
import app.aisha.core.Examples;
import app.aisha.core.avatar.Avatar;
import app.aisha.core.avatar.AvatarExamples;
import app.aisha.core.avatar.PhotoProblem;
import app.aisha.core.avatar.TrainingPlan.Terms;
import app.aisha.core.wallet.Hold;
import app.aisha.core.wallet.Prices.Quality;
import app.aisha.core.wallet.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dilnara's avatars in every state they may be in, each name as long as it can be. */
final class EveryAvatar {

    private static final String LONG_NAME = "<&>" + "🎧Ж".repeat(22);

    private EveryAvatar() {}

    static List<Avatar> of(Desk desk) {
        var all = new ArrayList<Avatar>();
        for (var state : Examples.recordsOf(Avatar.class).toList()) {
            for (var seed = 0; seed < 3; seed++) {
                var draft = AvatarExamples.draft(desk.dilnara.id(), LONG_NAME + all.size());
                desk.avatars.add(draft);
                for (var step : AvatarExamples.path(state, draft, seed)) {
                    step.openTerms().ifPresent(terms -> hold(desk, draft, terms));
                    desk.avatars.save(step);
                }
                all.add(draft);
            }
        }
        all.add(full(desk));
        return all;
    }

    /** An offer that may be agreed to, before anything walks by that deletes its avatar. */
    static Turn offer(Desk desk) {
        return desk.tap(new TrainingAction.Offer(full(desk).id(), Quality.FAST), desk.dilnara);
    }

    private static void hold(Desk desk, Avatar avatar, Terms terms) {
        desk.wallets.hold(new Hold(
                terms.hold(),
                avatar.owner(),
                new Purpose(Purpose.Kind.AVATAR, avatar.id().value()),
                terms.held(),
                desk.clock.instant().plus(Duration.ofHours(1)),
                new Hold.State.Open()));
    }

    /** A draft with enough photos, and one refused for each reason. */
    private static Avatar full(Desk desk) {
        var draft = AvatarExamples.draft(
                desk.dilnara.id(),
                LONG_NAME + desk.avatars.of(desk.dilnara.id()).size());
        desk.avatars.add(draft);
        var order = 1;
        for (; order < 4; order++) {
            var photo = AvatarExamples.photo(draft, order);
            desk.avatars.add(photo);
            desk.avatars.save(photo.usable(AvatarExamples.look(order)));
        }
        for (var problem : PhotoProblem.values()) {
            desk.avatars.add(AvatarExamples.photo(draft, order++).refused(problem, Optional.empty()));
        }
        return draft;
    }
}
