package app.aisha.simulators.telegram;

import java.util.HashMap;
import java.util.Map;

/** Puts the server together. */
final class Assembly {

    private final TelegramSimulator.Settings settings;
    private final World world;
    private final WebhookPosts posts;
    private final Polling polling;
    private final MediaReader files;
    private final Downloads downloads;
    private final Checkout checkout;
    private final Faults faults = new Faults();
    private final CallLog log = new CallLog();

    Assembly(TelegramSimulator.Settings settings, World world, WebhookPosts posts) {
        this.settings = settings;
        this.world = world;
        this.posts = posts;
        polling = new Polling(world);
        checkout = new Checkout(world);
        files = new MediaReader(world, new Photos(world.blobs), settings.local());
        downloads = new Downloads(world, settings.local(), faults, log);
    }

    FrontDoor frontDoor() {
        var commands = new CommandMethods(world);
        var reader = new CallReader(world.blobs, settings.local());
        var api = new BotApi(world, reader, settings.tokens(), faults, log, methods(commands));
        return new FrontDoor(api, downloads, control(commands), settings.page());
    }

    private Map<String, Method> methods(CommandMethods commands) {
        Map<String, Method> methods = new HashMap<>();
        var media = new MediaMethods(world, files);
        var webhooks = new WebhookMethods(world, posts, settings.local());
        new UpdateMethods(world, polling).addTo(methods);
        new TextMethods(world).addTo(methods);
        new EditMethods(world, media).addTo(methods);
        new ChatMethods(world).addTo(methods);
        new CallbackMethods(world).addTo(methods);
        new PaymentMethods(world, checkout).addTo(methods);
        new StarMethods(world, checkout).addTo(methods);
        media.addTo(methods);
        downloads.addTo(methods);
        commands.addTo(methods);
        webhooks.addTo(methods);
        webhooks.resume();
        return methods;
    }

    private ControlApi control(CommandMethods commands) {
        var control = new ControlApi();
        var users = new Users(world);
        users.addTo(control);
        new UserMedia(world, users, files).addTo(control);
        new UserPresses(world, users).addTo(control);
        new UserPayments(world, users, checkout).addTo(control);
        new EventStream(world, users).addTo(control);
        new Switches(world, polling, faults, log).addTo(control);
        commands.addTo(control);
        return control;
    }
}
