package app.aisha.simulators.telegram;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Changes of messages the bot has sent. An edit without reply_markup takes the inline keyboard away. */
final class EditMethods {

    private final World world;
    private final MediaMethods media;

    EditMethods(World world, MediaMethods media) {
        this.world = world;
        this.media = media;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("editMessageText", this::editText);
        methods.put("editMessageCaption", this::editCaption);
        methods.put("editMessageReplyMarkup", call -> edit(call, (_, _) -> {}));
        methods.put("editMessageMedia", this::editMedia);
    }

    private Answer editText(Call call) {
        var text = Formatted.given(call, "text").asText("MESSAGE_TOO_LONG");
        return edit(call, (_, message) -> {
            if (!message.has("text")) {
                throw Refusal.badRequest("there is no text in the message to edit");
            }
            message.remove("entities");
            text.addTo(message, "text");
        });
    }

    private Answer editCaption(Call call) {
        var caption = Formatted.given(call, "caption").asCaption();
        return edit(call, (_, message) -> {
            if (!hasMedia(message) || message.has("video_note")) {
                throw Refusal.badRequest("there is no caption in the message to edit");
            }
            message.remove("caption");
            message.remove("caption_entities");
            caption.addTo(message, "caption");
        });
    }

    private static boolean hasMedia(ObjectNode message) {
        for (var kind : StoredFile.Kind.values()) {
            if (message.has(kind.field())) {
                return true;
            }
        }
        return false;
    }

    private Answer editMedia(Call call) throws IOException {
        var item = call.json("media", "can't parse input media JSON object")
                .orElseThrow(() -> Refusal.badRequest("input media is not specified"));
        var type = item.path("type").asString("");
        var kind = MediaMethods.kindNamed(type)
                .filter(found -> found != StoredFile.Kind.VOICE && found != StoredFile.Kind.VIDEO_NOTE)
                .orElseThrow(
                        () -> Refusal.badRequest("can't parse InputMedia: type \"%s\" is unsupported".formatted(type)));
        var content = media.content(MediaMethods.itemOf(call, item), kind, "media");
        return edit(call, (batch, message) -> {
            if (message.has("voice") || message.has("video_note") || message.has("invoice")) {
                throw Refusal.badRequest("message media can't be edited");
            }
            for (var old : StoredFile.Kind.values()) {
                message.remove(old.field());
            }
            message.remove(List.of("text", "entities", "caption", "caption_entities", "has_media_spoiler"));
            content.addTo(batch, message);
        });
    }

    private Answer edit(Call call, Sending.Content change) {
        return world.change(batch -> {
            if (call.given("message_id").isEmpty()) {
                throw Refusal.badRequest("message identifier is not specified");
            }
            var chat = world.chats.writable(call.text("chat_id"));
            var original = chat.find(call.number("message_id"))
                    .orElseThrow(() -> Refusal.badRequest("message to edit not found"));
            if (!original.fromBot() || original.json().has("forward_origin")) {
                throw Refusal.badRequest("message can't be edited");
            }
            var markup = markup(call, original);
            var edited = original.json().deepCopy();
            change.addTo(batch, edited);
            edited.remove("reply_markup");
            if (markup.inline() != null) {
                edited.set("reply_markup", markup.inline());
            }
            if (edited.equals(original.json())) {
                throw Refusal.badRequest("message is not modified: specified new message content and reply markup are "
                        + "exactly the same as a current content and reply markup of the message");
            }
            edited.put("edit_date", world.clock.seconds());
            chat.replace(batch, new Message(edited, original.keyboard()));
            return Answer.of(edited);
        });
    }

    private static Markup markup(Call call, Message original) {
        var price = original.json().path("invoice").path("total_amount");
        return price.isMissingNode() ? Markup.of(call) : Markup.ofInvoice(call, price.asLong(0));
    }
}
