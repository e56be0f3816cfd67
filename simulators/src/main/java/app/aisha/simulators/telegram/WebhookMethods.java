package app.aisha.simulators.telegram;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** setWebhook, deleteWebhook, getWebhookInfo. */
final class WebhookMethods {

    private final World world;
    private final WebhookPosts posts;
    private final boolean local;

    WebhookMethods(World world, WebhookPosts posts, boolean local) {
        this.world = world;
        this.posts = posts;
        this.local = local;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("setWebhook", this::setWebhook);
        methods.put("deleteWebhook", this::deleteWebhook);
        methods.put("getWebhookInfo", this::getWebhookInfo);
    }

    /** Takes up the webhook that was set before a restart. */
    void resume() {
        current().ifPresent(posts::begin);
    }

    private Optional<Webhook> current() {
        return world.read(() -> world.bot.get("webhook")).map(Webhook::fromJson);
    }

    private static Answer done(String description) {
        return new Answer(JsonNodeFactory.instance.booleanNode(true), description);
    }

    private Answer setWebhook(Call call) {
        if (call.text("url").isBlank()) {
            return deleteWebhook(call);
        }
        var webhook = Webhook.of(call, local);
        var allowed = UpdateMethods.allowedUpdates(call);
        var same = current().filter(webhook::equals).isPresent();
        world.change(batch -> {
            allowed.ifPresent(types -> world.updates.allow(batch, types));
            if (call.flag("drop_pending_updates")) {
                world.updates.dropAll(batch);
            }
            world.bot.set(batch, "webhook", webhook.toJson());
            batch.afterwards(world.updates.arrival()::signalAll);
            return webhook;
        });
        posts.begin(webhook);
        return done(same ? "Webhook is already set" : "Webhook was set");
    }

    private Answer deleteWebhook(Call call) {
        var was = current().isPresent();
        posts.end();
        world.change(batch -> {
            if (call.flag("drop_pending_updates")) {
                world.updates.dropAll(batch);
            }
            world.bot.unset(batch, "webhook");
            return was;
        });
        return done(was ? "Webhook was deleted" : "Webhook is already deleted");
    }

    private Answer getWebhookInfo(Call call) {
        var webhook = current();
        return world.read(() -> {
            var json = Json.object()
                    .put("url", webhook.map(Webhook::url).orElse(""))
                    .put("has_custom_certificate", false)
                    .put("pending_update_count", world.updates.pending().size());
            webhook.ifPresent(
                    set -> json.put("max_connections", set.connections()).put("ip_address", "127.0.0.1"));
            json.setAll(posts.lastError());
            if (!world.updates.allowed().isEmpty()) {
                var allowed = json.putArray("allowed_updates");
                world.updates.allowed().stream().sorted().forEach(allowed::add);
            }
            return Answer.of(json);
        });
    }
}
