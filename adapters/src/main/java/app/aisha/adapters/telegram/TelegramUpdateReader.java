package app.aisha.adapters.telegram;

import app.aisha.bot.intake.RawUpdate;
import app.aisha.bot.intake.Reading;
import app.aisha.bot.intake.UpdateReader;
import app.aisha.bot.routing.Incoming;
import app.aisha.bot.routing.Incoming.Sender;
import app.aisha.core.account.ChatId;
import app.aisha.core.account.Language;
import app.aisha.core.payment.CheckStarOrder;
import app.aisha.core.payment.StarCharge;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.pengrad.telegrambot.model.CallbackQuery;
import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.ChatMemberUpdated;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.PreCheckoutQuery;
import com.pengrad.telegrambot.model.SuccessfulPayment;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.User;
import com.pengrad.telegrambot.utility.BotUtils;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Telegram's updates. Only private chats concern Aisha. */
public final class TelegramUpdateReader implements UpdateReader {

    private static final int DEEPEST = 200;

    @Override
    public Reading read(String json) {
        try {
            if (JsonSlices.depth(json) > DEEPEST) {
                return new Reading.Malformed(json, "nested too deep");
            }
            var tree = JsonParser.parseString(json);
            if (!tree.isJsonObject() || !tree.getAsJsonObject().has("update_id")) {
                return new Reading.Malformed(json, "no update_id");
            }
            var id = tree.getAsJsonObject().get("update_id").getAsBigDecimal().longValueExact();
            var raw = new RawUpdate(id, json.replace("\0", ""));
            return reading(raw, BotUtils.GSON.fromJson(tree, Update.class))
                    .orElseGet(() -> new Reading.OfNoInterest(raw));
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | ArithmeticException e) {
            return new Reading.Malformed(json, e.getClass().getSimpleName());
        } catch (IllegalArgumentException | NullPointerException | ClassCastException | StackOverflowError e) {
            return new Reading.Malformed(json, e.getClass().getSimpleName());
        }
    }

    private static Optional<Reading> reading(RawUpdate raw, Update update) {
        return update.preCheckoutQuery() == null
                ? incoming(update).map(incoming -> new Reading.Understood(raw, incoming))
                : question(update.preCheckoutQuery());
    }

    private static Optional<Incoming> incoming(Update update) {
        if (update.message() != null) {
            return message(update.message());
        }
        if (update.callbackQuery() != null) {
            return tap(update.callbackQuery());
        }
        if (update.myChatMember() != null) {
            return reach(update.myChatMember());
        }
        return Optional.empty();
    }

    private static Optional<Incoming> message(Message message) {
        return sender(message.from(), message.chat()).map(sender -> {
            if (message.text() != null) {
                return new Incoming.Said(sender, clean(message.text()));
            }
            if (message.successfulPayment() != null) {
                return paid(sender, message.successfulPayment());
            }
            if (message.refundedPayment() != null) {
                return new Incoming.RefundedByTelegram(
                        sender,
                        clean(Objects.requireNonNull(message.refundedPayment().telegramPaymentChargeId())));
            }
            return TelegramPhotos.in(message)
                    .<Incoming>map(photo -> new Incoming.Photographed(sender, photo, caption(message)))
                    .or(() -> TelegramRecordings.in(message)
                            .map(recording ->
                                    new Incoming.Recorded(sender, recording, Instant.ofEpochSecond(message.date()))))
                    .orElseGet(() -> new Incoming.SentOther(sender));
        });
    }

    private static Optional<String> caption(Message message) {
        return Optional.ofNullable(message.caption())
                .map(TelegramUpdateReader::clean)
                .filter(words -> !words.isBlank());
    }

    /** Aisha asks for stars only, so that anything else was paid for something that is not hers. */
    private static Incoming paid(Sender sender, SuccessfulPayment payment) {
        if (!CheckStarOrder.CURRENCY.equals(payment.currency())) {
            return new Incoming.SentOther(sender);
        }
        var charge =
                new StarCharge(clean(Objects.requireNonNull(payment.telegramPaymentChargeId())), payment.totalAmount());
        return new Incoming.Paid(sender, charge, clean(Objects.requireNonNull(payment.invoicePayload())));
    }

    /** Comes without a chat; the one of a person alone has the person's number. */
    private static Optional<Reading> question(PreCheckoutQuery query) {
        return Optional.ofNullable(query.from()).map(from -> {
            var sender = sender(from, new ChatId(from.id()));
            var question = new CheckStarOrder.Question(
                    sender.chat(), clean(query.currency()), query.totalAmount(), clean(query.invoicePayload()));
            return new Reading.PreCheckout(sender, clean(Objects.requireNonNull(query.id())), question);
        });
    }

    private static Optional<Incoming> tap(CallbackQuery query) {
        var message = query.maybeInaccessibleMessage();
        if (message == null || query.data() == null) {
            return Optional.empty();
        }
        return sender(query.from(), message.chat())
                .map(sender -> new Incoming.Tapped(
                        sender, Objects.requireNonNull(query.id()), message.messageId(), clean(query.data())));
    }

    private static Optional<Incoming> reach(ChatMemberUpdated change) {
        var status = change.newChatMember().status();
        return status == null
                ? Optional.empty()
                : sender(change.from(), change.chat())
                        .map(sender -> new Incoming.ChangedReach(
                                sender,
                                switch (status) {
                                    case kicked, left -> false;
                                    default -> true;
                                }));
    }

    /** Empty outside private chats and for messages without a person. */
    private static Optional<Sender> sender(@Nullable User from, @Nullable Chat chat) {
        if (from == null || chat == null || chat.type() != Chat.Type.Private) {
            return Optional.empty();
        }
        return Optional.of(sender(from, new ChatId(chat.id())));
    }

    private static Sender sender(User from, ChatId chat) {
        var username = said(from.username());
        var name = said(from.firstName()).or(() -> username).orElse("…");
        return new Sender(chat, name, username, Language.of(from.languageCode()));
    }

    private static Optional<String> said(@Nullable String words) {
        return Optional.ofNullable(words).map(TelegramUpdateReader::clean).filter(clean -> !clean.isBlank());
    }

    /** Without NUL, which means nothing and which no text column of PostgreSQL takes. */
    static String clean(String words) {
        return words.replace("\0", "");
    }
}
