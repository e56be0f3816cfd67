package app.aisha.adapters.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import app.aisha.bot.intake.RawUpdate;
import app.aisha.bot.intake.Reading;
import app.aisha.bot.routing.Incoming;
import app.aisha.bot.routing.Incoming.Sender;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.avatar.AddAvatarPhoto.SentPhoto;
import app.aisha.core.payment.CheckStarOrder;
import app.aisha.core.payment.StarCharge;
import app.aisha.core.transcript.Recording;
import app.aisha.core.transcript.Recording.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelegramUpdateReaderTest {

    private static final String FROM =
            "{\"id\":4503599627370496,\"is_bot\":false,\"first_name\":\"Анна\",\"language_code\":\"ru\"}";
    private static final String CHAT = "{\"id\":4503599627370496,\"first_name\":\"Анна\",\"type\":\"private\"}";
    private static final Sender ANNA =
            new Sender(new ChatId(4_503_599_627_370_496L), "Анна", Optional.empty(), Language.RU);
    private static final Instant AT = Instant.ofEpochSecond(1_790_000_000);

    private final TelegramUpdateReader reader = new TelegramUpdateReader();

    private static String update(String rest) {
        return "{\"update_id\":900000001," + rest + "}";
    }

    private static String message(String rest) {
        return update("\"message\":{\"message_id\":42,\"date\":1790000000,\"from\":" + FROM + ",\"chat\":" + CHAT + ","
                + rest + "}");
    }

    private Incoming understood(String json) {
        assertThat(reader.read(json)).isInstanceOf(Reading.Understood.class);
        var understood = (Reading.Understood) reader.read(json);
        assertThat(understood.update()).isEqualTo(new RawUpdate(900_000_001, json));
        return understood.incoming();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Привет!", "/start ref-7", "/language@aisha_bot", "[[[ {{{ \\\" }", "שלום \u202E", "😀"})
    void wordsAreSaid(String words) {
        assertThat(understood(message("\"text\":\"" + words + "\",\"entities\":[{\"type\":\"bot_command\"}]")))
                .isEqualTo(new Incoming.Said(ANNA, words.replace("\\\"", "\"")));
    }

    @Test
    void wordsFullOfBracketsAreNotTakenForNesting() {
        var words = "[{(".repeat(1_000);

        assertThat(understood(message("\"text\":\"" + words + "\""))).isEqualTo(new Incoming.Said(ANNA, words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "voice|VOICE|\"duration\":7,\"mime_type\":\"audio/ogg\",\"file_size\":3000000000||7|3000000000",
                "audio|AUDIO|\"duration\":180,\"file_name\":\"a.mp3\",\"title\":\"Песня\",\"file_size\":5|Песня|180|5",
                "audio|AUDIO|\"duration\":180,\"file_name\":\"a.mp3\"|a.mp3|180|0",
                "video|VIDEO|\"duration\":60,\"width\":1,\"height\":1,\"file_name\":\"v.mp4\",\"file_size\":9|v.mp4|60|9",
                "video_note|VIDEO_NOTE|\"duration\":5,\"length\":240,\"file_size\":8||5|8",
                "video_note|VIDEO_NOTE|\"duration\":5,\"length\":240||5|0",
                "document|DOCUMENT|\"file_name\":\"запись.wav\",\"mime_type\":\"audio/wav\",\"file_size\":6|запись.wav|0|6",
                "document|DOCUMENT|\"file_name\":\" \",\"file_size\":-6||0|0",
                "voice|VOICE|\"duration\":-7||0|0"
            })
    void recordingsAreRecorded(String member, Kind kind, String rest, String name, long seconds, long bytes) {
        var json = message("\"%s\":{\"file_id\":\"F1\",\"file_unique_id\":\"U1\",%s}".formatted(member, rest));

        assertThat(understood(json))
                .isEqualTo(new Incoming.Recorded(
                        ANNA,
                        new Recording(42, "F1", kind, Optional.ofNullable(name), Duration.ofSeconds(seconds), bytes),
                        AT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sticker\":{\"file_id\":\"s\",\"file_unique_id\":\"q\",\"type\":\"regular\",\"width\":1,\"height\":1}",
                "\"location\":{\"latitude\":1.5,\"longitude\":2.5}",
                "\"voice\":{\"duration\":3}",
                "\"something_of_the_future\":{\"type\":\"hologram\",\"parts\":[1,{\"a\":null}]}"
            })
    void otherMessagesAreOther(String rest) {
        assertThat(understood(message(rest))).isEqualTo(new Incoming.SentOther(ANNA));
    }

    @Test
    void ofAPhotoTheLargestSizeIsTakenAndOfADocumentWhatSaysItIsAPicture() {
        assertThat(understood(message("\"photo\":[{\"file_id\":\"s\",\"width\":90,\"height\":60},"
                        + "{\"file_id\":\"l\",\"width\":900,\"height\":600}],\"media_group_id\":\"g\"")))
                .isEqualTo(new Incoming.Photographed(ANNA, new SentPhoto(42, "l", Optional.of("g")), Optional.empty()));
        assertThat(understood(message("\"document\":{\"file_id\":\"d\",\"mime_type\":\"image/heic\"}")))
                .isEqualTo(new Incoming.Photographed(ANNA, new SentPhoto(42, "d", Optional.empty()), Optional.empty()));
        assertThat(understood(message("\"document\":{\"file_id\":\"d\",\"file_name\":\"A.PNG\"}")))
                .isEqualTo(new Incoming.Photographed(ANNA, new SentPhoto(42, "d", Optional.empty()), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"date\":1790000000,\"text\":\"Меню\"", "\"date\":0"})
    void tapsAreTappedWhetherTheirMessageIsAccessibleOrNot(String rest) {
        var json = update(
                "\"callback_query\":{\"id\":\"777\",\"from\":%s,\"chat_instance\":\"1\",\"data\":\"v1:m\",\"message\":{\"message_id\":5,\"chat\":%s,%s}}"
                        .formatted(FROM, CHAT, rest));

        assertThat(understood(json)).isEqualTo(new Incoming.Tapped(ANNA, "777", 5, "v1:m"));
    }

    @ParameterizedTest
    @CsvSource({"kicked,false", "left,false", "member,true", "administrator,true"})
    void blockingAndUnblockingChangesReach(String status, boolean reachable) {
        var json = update(
                "\"my_chat_member\":{\"from\":%s,\"chat\":%s,\"date\":1,\"old_chat_member\":{\"status\":\"member\"},\"new_chat_member\":{\"status\":\"%s\",\"until_date\":0}}"
                        .formatted(FROM, CHAT, status));

        assertThat(understood(json)).isEqualTo(new Incoming.ChangedReach(ANNA, reachable));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"first_name\":\"\",\"username\":\"anna\"|anna|anna|EN",
                "\"first_name\":\"Anna\",\"username\":\"an\\u0000na\"|Anna|anna|EN",
                "\"first_name\":\" \"|…||EN",
                "\"first_name\":\" \",\"username\":\"\",\"language_code\":\"ru-RU\"|…||RU",
                "\"first_name\":\"A\\u0000nna\",\"language_code\":\"@@@\"|Anna||EN"
            })
    void aSenderAlwaysHasANameAndALanguage(String from, String name, @Nullable String username, Language language) {
        var json = update(
                "\"message\":{\"message_id\":1,\"date\":1,\"text\":\"a\\u0000b\",\"chat\":%s,\"from\":{\"id\":1,%s}}"
                        .formatted(CHAT, from));

        assertThat(understood(json))
                .isEqualTo(new Incoming.Said(
                        new Sender(new ChatId(4_503_599_627_370_496L), name, Optional.ofNullable(username), language),
                        "ab"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\",\"from\":{\"id\":1,\"first_name\":\"A\"},\"chat\":{\"id\":-5,\"type\":\"group\"}}",
                "\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\",\"chat\":{\"id\":5,\"type\":\"private\"}}",
                "\"message\":{\"message_id\":1,\"date\":1,\"text\":\"x\",\"from\":{\"id\":1},\"chat\":{\"id\":5,\"type\":\"space\"}}",
                "\"channel_post\":{\"message_id\":1,\"date\":1,\"text\":\"x\",\"chat\":{\"id\":-100,\"type\":\"channel\"}}",
                "\"edited_message\":{\"message_id\":1,\"date\":1,\"text\":\"x\",\"from\":{\"id\":1},\"chat\":{\"id\":5,\"type\":\"private\"}}",
                "\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":1,\"first_name\":\"A\"},\"data\":\"x\",\"inline_message_id\":\"i\"}",
                "\"callback_query\":{\"id\":\"1\",\"from\":{\"id\":1},\"game_short_name\":\"g\",\"message\":{\"message_id\":1,\"date\":0,\"chat\":{\"id\":5,\"type\":\"private\"}}}",
                "\"my_chat_member\":{\"from\":{\"id\":1},\"chat\":{\"id\":5,\"type\":\"private\"},\"date\":1,\"new_chat_member\":{\"status\":\"guest_of_honour\"}}",
                "\"a_kind_of_the_future\":{\"x\":[1,2,3]}",
                "\"poll\":{\"id\":\"1\"}"
            })
    void whatIsNotForAishaIsOfNoInterest(String rest) {
        assertThat(reader.read(update(rest)))
                .isEqualTo(new Reading.OfNoInterest(new RawUpdate(900_000_001, update(rest))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "\"update_id\"",
                "{}",
                "{\"update_id\":",
                "{\"update_id\":null}",
                "{\"update_id\":[]}",
                "{\"update_id\":{}}",
                "{\"update_id\":true}",
                "{\"update_id\":\"x\"}",
                "{\"update_id\":1.5}",
                "{\"update_id\":9223372036854775808}",
                "{\"update_id\":1e1000000}",
                "{\"update_id\":1e-1000000}",
                "{\"update_id\":1}garbage",
                "{\"update_id\":1,\"message\":[]}",
                "{\"update_id\":1,\"message\":\"x\"}",
                "{\"update_id\":1,\"message\":{\"chat\":{\"type\":\"private\"},\"from\":{}}}",
                "{\"update_id\":1,\"callback_query\":{\"from\":{\"id\":1},\"data\":\"x\",\"message\":{\"message_id\":1,\"date\":0,\"chat\":{\"id\":5,\"type\":\"private\"}}}}",
                "{\"update_id\":1,\"my_chat_member\":{\"from\":{\"id\":1},\"chat\":{\"id\":5,\"type\":\"private\"}}}"
            })
    void whatIsNoUpdateIsMalformed(String json) {
        assertThat(reader.read(json))
                .isInstanceOfSatisfying(
                        Reading.Malformed.class,
                        malformed -> assertThat(malformed.json()).isEqualTo(json));
    }

    private static final String BILL = "\"currency\":\"XTR\",\"total_amount\":270,\"invoice_payload\":\"order:300:0\"";

    @Test
    void theQuestionBeforeAPaymentIsAReadingOfItsOwn() {
        var json = update("\"pre_checkout_query\":{\"id\":\"q1\",\"from\":" + FROM + "," + BILL + "}");

        assertThat(reader.read(json))
                .isEqualTo(new Reading.PreCheckout(
                        ANNA, "q1", new CheckStarOrder.Question(ANNA.chat(), "XTR", 270, "order:300:0")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"currency\":\"XTR\"", "\"total_amount\":1.5", "\"invoice_payload\":7"})
    void aQuestionWithoutItsPartsIsMalformed(String parts) {
        var json = update("\"pre_checkout_query\":{\"id\":\"q1\",\"from\":" + FROM + "," + parts + "}");

        assertThat(reader.read(json)).isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void starsThatCameAndWentAreReadWithTheirCharge() {
        var charge = ",\"telegram_payment_charge_id\":\"stx1\",\"provider_payment_charge_id\":\"7_0\"}";

        assertThat(understood(message("\"successful_payment\":{" + BILL + charge)))
                .isEqualTo(new Incoming.Paid(ANNA, new StarCharge("stx1", 270), "order:300:0"));
        assertThat(understood(message("\"refunded_payment\":{" + BILL + charge)))
                .isEqualTo(new Incoming.RefundedByTelegram(ANNA, "stx1"));
    }

    @Test
    void moneyThatIsNotStarsIsNothingToAisha() {
        var payment = message("\"successful_payment\":{" + BILL.replace("XTR", "EUR")
                + ",\"telegram_payment_charge_id\":\"c\",\"provider_payment_charge_id\":\"p\"}");

        assertThat(understood(payment)).isEqualTo(new Incoming.SentOther(ANNA));
    }
}
