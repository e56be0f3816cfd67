package app.aisha.bot.screen;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.BotSets;
import app.aisha.bot.account.AccountText;
import app.aisha.bot.admin.AdminText;
import app.aisha.bot.admin.PromoText;
import app.aisha.bot.avatar.AvatarText;
import app.aisha.bot.avatar.PhotoText;
import app.aisha.bot.avatar.TrainingText;
import app.aisha.bot.avatar.WizardText;
import app.aisha.bot.digest.DigestText;
import app.aisha.bot.gallery.ChoiceText;
import app.aisha.bot.gallery.GalleryText;
import app.aisha.bot.gallery.ShownText;
import app.aisha.bot.menu.MenuText;
import app.aisha.bot.picture.OrderText;
import app.aisha.bot.picture.PictureText;
import app.aisha.bot.picture.ResultText;
import app.aisha.bot.privacy.PrivacyText;
import app.aisha.bot.profile.ProfileText;
import app.aisha.bot.transcript.RecordingText;
import app.aisha.bot.transcript.SearchText;
import app.aisha.bot.transcript.SpeakerText;
import app.aisha.bot.transcript.TranscriptText;
import app.aisha.bot.wallet.LedgerText;
import app.aisha.bot.wallet.WalletText;
import app.aisha.core.Examples;
import app.aisha.core.account.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)[,}]");
    private static final Pattern TAG = Pattern.compile("<(/?)(\\w+)[^>]*>");
    private static final Pattern NAMES = Pattern.compile(
            "<[^>]*>|\\{(\\w+)[,}]|\\bplural,|(one|few|many|other)"
                + " ?\\{|/\\w+|\\bTelegram\\b|\\b(MP3|TXT|MD|SRT|VTT|DOCX|JPEG|PNG|WebP|HEIC|AVIF|GIF|ZIP)\\b|\\bdata\\b|left-out\\.txt|\\bUTC\\b|\\bEnglish\\b");

    private final Texts texts = new Texts();

    static Stream<Arguments> everyText() {
        return BotSets.texts().stream()
                .flatMap(Examples::recordsOf)
                .flatMap(type -> Stream.of(Language.values()).map(language -> Arguments.of(type, language)));
    }

    static Stream<Arguments> everyTemplate() {
        return BotSets.texts().stream()
                .flatMap(set -> Stream.of(Language.values())
                        .flatMap(language -> wording(set, language).entrySet().stream()
                                .map(entry -> Arguments.of(
                                        language, set.getSimpleName() + "." + entry.getKey(), entry.getValue()))));
    }

    @Test
    void theSetsAreKnown() {
        assertThat(BotSets.texts())
                .containsExactlyInAnyOrder(
                        MenuText.class,
                        AccountText.class,
                        ProfileText.class,
                        SearchText.class,
                        RecordingText.class,
                        SpeakerText.class,
                        TranscriptText.class,
                        DigestText.class,
                        PictureText.class,
                        OrderText.class,
                        ResultText.class,
                        AvatarText.class,
                        WizardText.class,
                        PhotoText.class,
                        TrainingText.class,
                        GalleryText.class,
                        ShownText.class,
                        ChoiceText.class,
                        WalletText.class,
                        LedgerText.class,
                        AdminText.class,
                        PromoText.class,
                        PrivacyText.class);
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void everyTextIsWordedAndItsGapsAreItsComponents(Class<?> type, Language language) {
        var template = wording(type.getEnclosingClass(), language).getProperty(type.getSimpleName());

        assertThat(template).as("wording of %s", type).isNotNull();
        assertThat(gapsOf(template))
                .hasSameElementsAs(Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void noTemplateIsWithoutItsRecord() {
        for (var set : BotSets.texts()) {
            var names = Examples.recordsOf(set).map(Class::getSimpleName).toList();
            for (var language : Language.values()) {
                assertThat(wording(set, language).stringPropertyNames())
                        .as("%s in %s", set, language)
                        .hasSameElementsAs(names);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyText")
    void whateverFillsTheGapsTheTagsStayBalancedAndNothingIsLeftOpen(Class<?> type, Language language) {
        var examples =
                new Examples(type.getName().hashCode()).given(Text.class, () -> new TranscriptText.Title("<i>{x}"));
        for (var round = 0; round < 20; round++) {
            var text = (Text) examples.of(type);

            assertThat(unbalanced(texts.html(text, language)))
                    .as(texts.html(text, language))
                    .isEmpty();
            assertThat(texts.plain(text, language)).doesNotContain("{words", "{title", "plural");
        }
    }

    @Test
    void bothLanguagesUseTheSameTags() {
        for (var set : BotSets.texts()) {
            Examples.recordsOf(set)
                    .map(Class::getSimpleName)
                    .forEach(name -> assertThat(tags(wording(set, Language.EN).getProperty(name)))
                            .as(name)
                            .hasSameElementsAs(tags(wording(set, Language.RU).getProperty(name))));
        }
    }

    /** To the formatter an ASCII apostrophe is the beginning of a quotation. */
    @ParameterizedTest
    @MethodSource("everyTemplate")
    void noTemplateHoldsAnAsciiApostrophe(Language language, String name, String template) {
        assertThat(template).as("%s in %s", name, language).doesNotContain("'");
    }

    @ParameterizedTest
    @MethodSource("everyTemplate")
    void russianIsWrittenInRussian(Language language, String name, String template) {
        if (language == Language.RU) {
            assertThat(NAMES.matcher(template).replaceAll("")).as(name).doesNotContainPattern("[A-Za-z]");
        } else if (!name.equals("AccountText.Russian")) {
            assertThat(template).as(name).doesNotContainPattern("\\p{IsCyrillic}");
        }
    }

    @ParameterizedTest
    @CsvSource({"1,секунду", "2,секунды", "5,секунд", "11,секунд", "21,секунду", "22,секунды", "111,секунд"})
    void russianCountsAsRussiansDo(int seconds, String word) {
        assertThat(texts.plain(new MenuText.TooFast(seconds), Language.RU))
                .endsWith("через %d %s.".formatted(seconds, word));
    }

    @ParameterizedTest
    @CsvSource({"1,слово", "3,слова", "5,слов", "12,слов", "101,слово"})
    void wordsAreCountedToo(int words, String word) {
        assertThat(texts.plain(card(words, new MenuText.Nothing()), Language.RU))
                .contains("· %d %s".formatted(words, word));
    }

    @Test
    void whatAPersonWroteIsEscapedAlsoInsideAnotherText() {
        assertThat(texts.html(new MenuText.Welcome("<b>&\0{name}'s"), Language.EN))
                .contains("<b>&lt;b&gt;&amp;{name}'s</b>");
        assertThat(texts.html(card(1, new TranscriptText.Quote("1 < 2 & 3 > 2")), Language.RU))
                .contains("<blockquote expandable>1 &lt; 2 &amp; 3 &gt; 2</blockquote>");
        assertThat(texts.plain(new TranscriptText.WaitingItem(new TranscriptText.Title("a<b")), Language.EN))
                .isEqualTo("⏳ a<b");
    }

    @Test
    void aLengthIsAClock() {
        assertThat(item(Duration.ofSeconds(65))).endsWith(" · 1:05");
        assertThat(item(Duration.ofSeconds(3))).endsWith(" · 0:03");
        assertThat(item(Duration.ofSeconds(7_384))).endsWith(" · 2:03:04");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aMomentIsWrittenAsTheLanguageDoes(Language language) {
        assertThat(texts.plain(card(3, new TranscriptText.NothingSaid()), language))
                .contains(language == Language.RU ? "нояб. 2026" : "Nov 23, 2026");
    }

    private String item(Duration length) {
        return texts.plain(new TranscriptText.ReadyItem(new TranscriptText.AudioTitle(), length), Language.EN);
    }

    private static TranscriptText.Card card(int words, Text beginning) {
        return new TranscriptText.Card(
                new TranscriptText.VoiceTitle(),
                ZonedDateTime.of(2026, 11, 23, 10, 0, 0, 0, ZoneId.of("UTC")),
                Duration.ofSeconds(65),
                words,
                new MenuText.Nothing(),
                beginning,
                new MenuText.Nothing());
    }

    private static List<String> gapsOf(String template) {
        return GAP.matcher(template).results().map(match -> match.group(1)).toList();
    }

    private static List<String> tags(String html) {
        return TAG.matcher(html).results().map(MatchResult::group).sorted().toList();
    }

    /** The tags that have no partner. */
    private static List<String> unbalanced(String html) {
        var open = new ArrayList<String>();
        TAG.matcher(html).results().forEach(tag -> {
            if (tag.group(1).isEmpty()) {
                open.add(tag.group(2));
            } else if (open.isEmpty() || !open.removeLast().equals(tag.group(2))) {
                open.add(tag.group());
            }
        });
        return open;
    }

    private static Properties wording(Class<?> set, Language language) {
        var name = "/texts/%s_%s.properties".formatted(set.getSimpleName(), language.locale());
        try (var stream = TextsTest.class.getResourceAsStream(name)) {
            assertThat(stream).as(name).isNotNull();
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
