package app.aisha.bot.avatar;

import app.aisha.bot.screen.Text;
import java.time.Duration;

/** Words about trainings. */
public sealed interface TrainingText extends Text {

    record ChoosePreset(String name) implements TrainingText {}

    record PresetButton(Text preset, Text price, int minutes) implements TrainingText {}

    record FreePresetButton(Text preset, int minutes) implements TrainingText {}

    record Offer(String name, Text type, int photos, Text preset, int minutes, Text price, Text score)
            implements TrainingText {}

    record Price(Text price, Text balance) implements TrainingText {}

    record OutOfReach(Text price, Text balance, Text lack) implements TrainingText {}

    record ForFree() implements TrainingText {}

    record Score(int points, Text advice) implements TrainingText {}

    record MorePhotos() implements TrainingText {}

    record OtherDistances() implements TrainingText {}

    record OtherAngles() implements TrainingText {}

    record OtherLight() implements TrainingText {}

    record OtherBackgrounds() implements TrainingText {}

    record FacesUnseen() implements TrainingText {}

    record TooFewPhotos(int photos, int least) implements TrainingText {}

    record StillChecking(int photos) implements TrainingText {}

    record TrainerOut(String name) implements TrainingText {}

    record StartButton(Text price) implements TrainingText {}

    record StartForFreeButton() implements TrainingText {}

    record OtherPresetButton() implements TrainingText {}

    record CancelButton() implements TrainingText {}

    record ConfirmCancelButton() implements TrainingText {}

    record GoOnButton() implements TrainingText {}

    record RetryButton() implements TrainingText {}

    record PriceChanged() implements TrainingText {}

    record StartedAlready() implements TrainingText {}

    record Started() implements TrainingText {}

    record TooPoor() implements TrainingText {}

    record Progress(String name, Text stage, Duration elapsed, int minutes) implements TrainingText {}

    record Waiting(int ahead) implements TrainingText {}

    record Packing() implements TrainingText {}

    record Asking() implements TrainingText {}

    record InLine(long ahead) implements TrainingText {}

    record Running() implements TrainingText {}

    record AtStep(String bar, int done, int total) implements TrainingText {}

    record Storing() implements TrainingText {}

    record Done(String name) implements TrainingText {}

    record Ended(String name) implements TrainingText {}

    record AskCancel(String name) implements TrainingText {}

    record TooLateToCancel() implements TrainingText {}

    record Ready(String name, Text main) implements TrainingText {}

    record FirstIsMain() implements TrainingText {}

    record Failed(String name, Text reason, Text money) implements TrainingText {}

    record Cancelled(String name, Text money) implements TrainingText {}

    record GivenBack(Text credits) implements TrainingText {}

    record Content() implements TrainingText {}

    record PhotosUnusable() implements TrainingText {}

    record Rejected() implements TrainingText {}

    record BrokeDown() implements TrainingText {}

    record Timeout() implements TrainingText {}

    record Stopped() implements TrainingText {}

    record Lost() implements TrainingText {}

    record BadResult() implements TrainingText {}

    record NoService() implements TrainingText {}

    record PhotoGone() implements TrainingText {}
}
