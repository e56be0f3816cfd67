package app.aisha.adapters.telegram;

import app.aisha.bot.delivery.Delivery;
import app.aisha.bot.delivery.Messenger;
import app.aisha.bot.screen.Album;
import app.aisha.bot.screen.Archive;
import app.aisha.bot.screen.Document;
import app.aisha.bot.screen.ExportedFile;
import app.aisha.bot.screen.Invoice;
import app.aisha.bot.screen.Original;
import app.aisha.bot.screen.Page;
import app.aisha.bot.screen.Picture;
import app.aisha.bot.screen.StoredFile;
import app.aisha.bot.screen.StoredPicture;
import app.aisha.core.account.ChatId;
import com.pengrad.telegrambot.model.LinkPreviewOptions;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.LabeledPrice;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.model.request.ReplyParameters;
import com.pengrad.telegrambot.request.AbstractSendRequest;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendInvoice;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.response.SendResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages as Telegram messages. Error descriptions are those of the Bot API server's source and of section 2.9 of its notes. */
public final class TelegramMessenger implements Messenger {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramMessenger.class);
    private static final String STARS = "XTR";
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int TOO_LARGE = 413;
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");

    private final TelegramApi api;
    private final OriginalSending originals;
    private final StoreSending stored;
    private final AlbumSending albums;

    public TelegramMessenger(TelegramApi api, OriginalSending originals, StoreSending stored, AlbumSending albums) {
        this.api = api;
        this.originals = originals;
        this.stored = stored;
        this.albums = albums;
    }

    @Override
    public Delivery send(ChatId chat, Page page) throws InterruptedException {
        if (page.attachment().orElse(null) instanceof Original original) {
            return delivered(originals.send(chat, original, page.html()));
        }
        if (page.attachment().orElse(null) instanceof StoredPicture picture) {
            return delivered(stored.send(chat, picture, page.html(), keyboard(page)));
        }
        if (page.attachment().orElse(null) instanceof Archive archive) {
            return delivered(stored.send(chat, archive, page.html(), keyboard(page)));
        }
        if (page.attachment().orElse(null) instanceof StoredFile file) {
            return delivered(stored.send(chat, file, page.html(), keyboard(page)));
        }
        if (page.attachment().orElse(null) instanceof Album album) {
            return album(chat, album, page);
        }
        return words(chat, page);
    }

    private Delivery words(ChatId chat, Page page) throws InterruptedException {
        var result = api.call(message(chat, page, true));
        if (saysBadMarkup(result)) {
            result = api.call(message(chat, page, false));
        }
        return delivered(result);
    }

    private Delivery album(ChatId chat, Album album, Page page) throws InterruptedException {
        var refused = albums.send(chat, album);
        if (refused.isPresent()) {
            return undelivered(refused.get());
        }
        var delivery = words(chat, new Page(page.html(), page.rows(), Optional.empty(), page.inReplyTo()));
        if (delivery instanceof Delivery.Delivered) {
            albums.ended(chat, album);
        }
        return delivery;
    }

    private static Delivery delivered(ApiResult<SendResponse> result) {
        return switch (result) {
            case ApiResult.Ok<SendResponse>(var answer) -> sent(answer);
            default -> undelivered(result);
        };
    }

    @Override
    public Delivery edit(ChatId chat, long message, Page page) throws InterruptedException {
        if (page.attachment().isPresent()) {
            return new Delivery.NoSuchMessage();
        }
        var result = api.call(edited(chat, message, page, true));
        if (saysBadMarkup(result)) {
            result = api.call(edited(chat, message, page, false));
        }
        return switch (result) {
            case ApiResult.Ok<?> _ -> new Delivery.Delivered(message);
            case ApiResult.Rejected<?> rejected
            when rejected.description().contains("message is not modified") -> new Delivery.Delivered(message);
            default -> undelivered(result);
        };
    }

    @Override
    public Delivery answer(String query, Optional<String> toast) throws InterruptedException {
        var request = new AnswerCallbackQuery(query);
        toast.ifPresent(request::text);
        return switch (api.call(request)) {
            case ApiResult.RetryAfter<?>(var pause) -> new Delivery.Pause(pause);
            case ApiResult.NoAnswer<?>(var reason) -> new Delivery.Unknown(reason);
            case ApiResult.Rejected<?> rejected
            when rejected.code() != BAD_REQUEST -> new Delivery.Unknown(rejected.reason());
            case ApiResult.Ok<?> _, ApiResult.Rejected<?> _ -> new Delivery.Delivered(0);
        };
    }

    private static Delivery sent(SendResponse answer) {
        return answer.message() == null || answer.message().messageId() == null
                ? new Delivery.Unknown("an answer without the message that was sent")
                : new Delivery.Delivered(answer.message().messageId());
    }

    private static boolean saysBadMarkup(ApiResult<?> result) {
        var bad = result instanceof ApiResult.Rejected<?> rejected
                && rejected.description().contains("can't parse entities");
        if (bad) {
            LOG.error("A page goes out without its markup: {}", result.reason());
        }
        return bad;
    }

    private static Delivery undelivered(ApiResult<?> result) {
        return switch (result) {
            case ApiResult.RetryAfter<?>(var pause) -> new Delivery.Pause(pause);
            case ApiResult.NoAnswer<?>(var reason) -> new Delivery.Unknown(reason);
            case ApiResult.Rejected<?> rejected
            when rejected.code() == FORBIDDEN || saysNoChat(rejected) -> new Delivery.Unreachable();
            case ApiResult.Rejected<?> rejected
            when saysNoMessage(rejected.description()) -> new Delivery.NoSuchMessage();
            case ApiResult.Rejected<?> rejected
            when rejected.code() == BAD_REQUEST || rejected.code() == TOO_LARGE ->
                new Delivery.Refused(rejected.reason());
            case ApiResult.Rejected<?> rejected -> new Delivery.Unknown(rejected.reason());
            case ApiResult.Ok<?> _ -> throw new IllegalArgumentException("It was delivered");
        };
    }

    private static boolean saysNoChat(ApiResult.Rejected<?> rejected) {
        return rejected.description().contains("chat not found");
    }

    private static boolean saysNoMessage(String description) {
        return description.contains("message to edit not found")
                || description.contains("message can't be edited")
                || description.contains("there is no text in the message to edit")
                || description.contains("MESSAGE_ID_INVALID");
    }

    private static AbstractSendRequest<?> message(ChatId chat, Page page, boolean markup) {
        var text = markup ? page.html() : plain(page.html());
        var request = switch (page.attachment().orElse(null)) {
            case null -> text(chat, text, markup);
            case Document document ->
                document(chat, new ExportedFile(document.name(), "text/plain", document.bytes()), text, markup);
            case ExportedFile file -> document(chat, file, text, markup);
            case Picture picture -> picture(chat, picture, text, markup);
            case Original _, StoredPicture _, StoredFile _, Album _, Archive _ ->
                throw new IllegalArgumentException("What is in our store goes its own way");
            case Invoice invoice -> invoice(chat, invoice, plain(page.html()));
        };
        var keys = keyboard(page);
        if (keys.length > 0) {
            request.replyMarkup(new InlineKeyboardMarkup(keys));
        }
        page.inReplyTo()
                .ifPresent(message ->
                        request.replyParameters(new ReplyParameters((int) message).allowSendingWithoutReply(true)));
        return request;
    }

    private static SendMessage text(ChatId chat, String text, boolean markup) {
        var request = new SendMessage(chat.value(), text).linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        return markup ? request.parseMode(ParseMode.HTML) : request;
    }

    private static SendDocument document(ChatId chat, ExportedFile file, String caption, boolean markup) {
        var request = new SendDocument(chat.value(), file.bytes())
                .fileName(file.name())
                .contentType(file.contentType())
                .caption(caption);
        return markup ? request.parseMode(ParseMode.HTML) : request;
    }

    private static SendPhoto picture(ChatId chat, Picture picture, String caption, boolean markup) {
        var request = new SendPhoto(chat.value(), picture.bytes())
                .fileName("picture." + picture.kind())
                .contentType("image/" + picture.kind())
                .caption(caption);
        return markup ? request.parseMode(ParseMode.HTML) : request;
    }

    private static SendInvoice invoice(ChatId chat, Invoice invoice, String description) {
        var price = new LabeledPrice(invoice.title(), invoice.stars());
        return new SendInvoice(chat.value(), invoice.title(), description, invoice.payload(), STARS, List.of(price));
    }

    private static EditMessageText edited(ChatId chat, long message, Page page, boolean markup) {
        var request = new EditMessageText(chat.value(), (int) message, markup ? page.html() : plain(page.html()))
                .linkPreviewOptions(new LinkPreviewOptions().isDisabled(true));
        var keys = keyboard(page);
        if (keys.length > 0) {
            request.replyMarkup(new InlineKeyboardMarkup(keys));
        }
        return markup ? request.parseMode(ParseMode.HTML) : request;
    }

    /** With a button of our own before the others under an invoice, because Telegram's speaks the language of the app. */
    private static InlineKeyboardButton[][] keyboard(Page page) {
        var paying = page.attachment().stream()
                .filter(Invoice.class::isInstance)
                .map(invoice -> new InlineKeyboardButton[] {payButton((Invoice) invoice)});
        var rows = page.rows().stream()
                .map(row -> row.stream()
                        .map(key -> new InlineKeyboardButton(key.label()).callbackData(key.data()))
                        .toArray(InlineKeyboardButton[]::new));
        return Stream.concat(paying, rows).toArray(InlineKeyboardButton[][]::new);
    }

    private static InlineKeyboardButton payButton(Invoice invoice) {
        return new InlineKeyboardButton(invoice.label()).pay();
    }

    private static String plain(String html) {
        return TAGS.matcher(html)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
