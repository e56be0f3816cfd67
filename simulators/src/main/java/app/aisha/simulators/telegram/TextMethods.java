package app.aisha.simulators.telegram;

import java.util.Map;
import java.util.Set;

/** Texts, drafts of texts and chat actions. */
final class TextMethods {

    private static final Set<String> ACTIONS = Set.of(
            "typing",
            "upload_photo",
            "record_video",
            "upload_video",
            "record_voice",
            "upload_voice",
            "upload_document",
            "choose_sticker",
            "find_location",
            "record_video_note",
            "upload_video_note");

    private final World world;
    private final Sending sending;

    TextMethods(World world) {
        this.world = world;
        sending = new Sending(world);
    }

    void addTo(Map<String, Method> methods) {
        methods.put("sendMessage", this::sendMessage);
        methods.put("sendMessageDraft", this::sendMessageDraft);
        methods.put("sendChatAction", this::sendChatAction);
    }

    private Answer sendMessage(Call call) {
        var text = Formatted.given(call, "text").asText("message is too long");
        return Answer.of(sending.send(call, (_, message) -> {
            text.addTo(message, "text");
            call.json("link_preview_options", "can't parse link preview options JSON object")
                    .ifPresent(options -> message.set("link_preview_options", options));
        }));
    }

    private Answer sendMessageDraft(Call call) {
        var text = Formatted.given(call, "text").atMost(4096, "message is too long");
        if (call.number("draft_id") == 0) {
            throw Refusal.badRequest("draft_id must be non-zero");
        }
        return world.change(_ -> {
            var shown = Json.object().put("draft_id", call.number("draft_id")).put("text", text.text());
            shown.set("entities", text.json());
            world.chats.writable(call.text("chat_id")).show(shown);
            return Answer.TRUE;
        });
    }

    private Answer sendChatAction(Call call) {
        var action = call.text("action");
        if (!ACTIONS.contains(action)) {
            throw Refusal.badRequest("wrong parameter action in request");
        }
        return world.read(() -> {
            var chat = world.chats.writable(call.text("chat_id"));
            chat.events().publish("action", Json.object().put("action", action));
            return Answer.TRUE;
        });
    }
}
