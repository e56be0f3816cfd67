package app.aisha.bot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.aisha.bot.BotSets;
import app.aisha.bot.menu.MenuAction;
import app.aisha.bot.screen.Action;
import app.aisha.bot.screen.Step;
import app.aisha.core.Examples;
import app.aisha.core.transcript.TranscriptId;
import app.aisha.core.work.Notice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    private static final int ROUNDS = 300;

    private final Actions actions = new Actions(BotSets.ACTIONS);
    private final Steps steps = BotSets.steps();
    private final Notices notices = BotSets.notices();

    @Test
    void everySetIsOnTheWire() {
        assertThat(BotSets.sealedUnder(Action.class)).hasSameElementsAs(BotSets.ACTIONS);
        assertThat(BotSets.sealedUnder(Step.class)).hasSameElementsAs(BotSets.STEPS);
        assertThat(BotSets.sealedUnder(Notice.class)).hasSameElementsAs(BotSets.NOTICES);
    }

    @Test
    void everyActionComesBackAndFitsAButton() {
        everyOneComesBack(BotSets.ACTIONS, actions::pack, actions::unpack);
    }

    @Test
    void everyStepComesBack() {
        everyOneComesBack(BotSets.STEPS, steps::pack, steps::unpack);
    }

    @Test
    void everyNoticeComesBack() {
        everyOneComesBack(BotSets.NOTICES, notices::pack, notices::unpack);
    }

    /** Ids and present optionals are the longest an action carries. */
    @Test
    void theLongestOfEveryActionFitsAButton() {
        var id = new TranscriptId(new UUID(-1, -1));
        var longest = new Examples(1).given(TranscriptId.class, () -> id).given(Optional.class, () -> Optional.of(id));
        for (var set : BotSets.ACTIONS) {
            Examples.recordsOf(set)
                    .forEach(type -> assertThat(
                                    actions.pack((Action) longest.of(type)).getBytes(StandardCharsets.UTF_8))
                            .hasSizeBetween(1, 64));
        }
    }

    /** Names are for ever; whoever changes this file decides what becomes of old messages, rows and memories. */
    @Test
    void theNamesAreTheApprovedOnes() throws IOException {
        var names = new ArrayList<String>();
        actions.names().forEach(name -> names.add("action " + name));
        steps.names().forEach(name -> names.add("step " + name));
        notices.names().forEach(name -> names.add("notice " + name));
        try (var approved = WireTest.class.getResourceAsStream("/wire-names.approved.txt")) {
            assertThat(approved).isNotNull();
            assertThat(names)
                    .containsExactlyElementsOf(new String(approved.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "nobody",
                "menu:",
                "menu:1",
                "MENU",
                " menu",
                "tr.open",
                "tr.open:",
                "tr.open::",
                "tr.open:short:",
                "tr.open:AAAAAAAAAAAAAAAAAAAAAB:",
                "tr.open:AAAAAAAAAAAAAAAAAAAAAA==:",
                "tr.open:АААААААААААААААААААААА:",
                "tr.cancel:AAAAAAAAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAA",
                "acc.speak:ru",
                "acc.speak:KK",
                "acc.speak:",
                "tr.naming:AAAAAAAAAAAAAAAAAAAAAA"
            })
    void whatWeDidNotWriteIsNoAction(String forged) {
        assertThat(actions.unpack(forged)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+3", "03", " 3", "3 ", "", "x", "٣", "3.0", "99999999999", "-0"})
    void aNumberHasOneForm(String number) {
        var id = "AAAAAAAAAAAAAAAAAAAAAA";

        assertThat(notices.unpack("TranscriptNotice.InLine:%s:%s:3".formatted(id, id)))
                .isPresent();
        assertThat(notices.unpack("TranscriptNotice.InLine:%s:%s:%s".formatted(id, id, number)))
                .isEmpty();
    }

    @Test
    void noGarbageThrows() {
        var random = new Random(5);
        var genuine = List.of(
                "menu",
                "tr.open:AAAAAAAAAAAAAAAAAAAAAA:",
                "acc.speak:RU",
                "TranscriptNotice.InLine:A:B:3",
                "tr.naming:");
        for (var i = 0; i < 20_000; i++) {
            var garbage = garbage(random, genuine.get(random.nextInt(genuine.size())));
            actions.unpack(garbage).ifPresent(it -> assertThat(actions.pack(it)).isEqualTo(garbage));
            steps.unpack(garbage).ifPresent(it -> assertThat(steps.pack(it)).isEqualTo(garbage));
            notices.unpack(garbage).ifPresent(it -> assertThat(notices.pack(it)).isEqualTo(garbage));
        }
    }

    record Nameless() implements Action {}

    @Wire("menu")
    record Twin() implements Action {}

    @Wire("long")
    record Wide(UUID a, UUID b, UUID c) implements Action {}

    @Wire("odd")
    record Odd(Double number) implements Action {}

    @Test
    void aRecordWithoutANameOrWithOneThatIsTakenStopsTheStart() {
        assertThatThrownBy(() -> new Actions(List.of(Nameless.class))).hasMessageContaining("no name on the wire");
        assertThatThrownBy(() -> new Actions(List.of(MenuAction.class, Twin.class)))
                .hasMessageContaining("called menu");
    }

    @Test
    void whatCannotGoOnAButtonIsNotPacked() {
        var id = new UUID(1, 2);
        var wide = new Actions(List.of(Wide.class, Odd.class));

        assertThatThrownBy(() -> wide.pack(new Wide(id, id, id))).hasMessageContaining("does not fit a button");
        assertThatThrownBy(() -> wide.pack(new Odd(1.0))).hasMessageContaining("No wire form");
        assertThatThrownBy(() -> wide.pack(new Nameless())).hasMessageContaining("is in no set");
    }

    private static <T> void everyOneComesBack(
            List<Class<? extends T>> sets, Function<T, String> pack, Function<String, Optional<T>> unpack) {
        var examples = new Examples(11);
        for (var set : sets) {
            for (var round = 0; round < ROUNDS; round++) {
                T value = examples.of(set);
                assertThat(unpack.apply(pack.apply(value))).contains(value);
            }
        }
    }

    /** A genuine one with a few characters changed, cut or added. */
    private static String garbage(Random random, String genuine) {
        var text = new StringBuilder(genuine);
        for (var changes = random.nextInt(6); changes > 0; changes--) {
            var at = random.nextInt(text.length() + 1);
            switch (random.nextInt(3)) {
                case 0 -> text.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
                case 1 -> text.setLength(at);
                default -> text.insert(at, ':');
            }
        }
        return text.toString();
    }
}
