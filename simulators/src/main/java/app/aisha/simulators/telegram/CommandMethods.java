package app.aisha.simulators.telegram;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The bot's commands, names, descriptions and menu button, each per language. */
final class CommandMethods {

    private static final int MAX_COMMANDS = 100;
    private static final Set<String> SCOPES = Set.of(
            "default",
            "all_private_chats",
            "all_group_chats",
            "all_chat_administrators",
            "chat",
            "chat_administrators",
            "chat_member");

    private final World world;

    CommandMethods(World world) {
        this.world = world;
    }

    void addTo(Map<String, Method> methods) {
        methods.put("setMyCommands", this::setMyCommands);
        methods.put("getMyCommands", this::getMyCommands);
        methods.put("deleteMyCommands", this::deleteMyCommands);
        addText(methods, "Name", "name", 64);
        addText(methods, "Description", "description", 512);
        addText(methods, "ShortDescription", "short_description", 120);
        methods.put("setChatMenuButton", this::setChatMenuButton);
        methods.put("getChatMenuButton", this::getChatMenuButton);
    }

    void addTo(ControlApi control) {
        control.route("GET bot", _ -> Optional.of(shown()));
    }

    /** Shows what is set where clients look: one list per language, private chats before the default scope. */
    private JsonNode shown() {
        return world.read(() -> {
            var json = world.bot.user();
            json.remove("is_bot");
            var commands = json.putObject("commands");
            for (var scope : List.of("default", "all_private_chats")) {
                var prefix = "commands/" + scope + "/";
                world.bot.under(prefix).forEach((key, list) -> commands.set(key.substring(prefix.length()), list));
            }
            return json;
        });
    }

    private static String key(Call call) {
        var scope =
                call.json("scope", "can't parse BotCommandScope JSON object").orElse(Json.object());
        var type = scope.path("type").asString("default");
        if (!SCOPES.contains(type)) {
            throw Refusal.badRequest("can't parse BotCommandScope: Unsupported type specified");
        }
        var where = type.startsWith("chat") ? ":" + scope.path("chat_id").asString("") : "";
        return "commands/" + type + where + "/" + language(call);
    }

    private static String language(Call call) {
        var code = call.text("language_code");
        if (!code.matches("|[a-z]{2}")) {
            throw Refusal.badRequest("invalid language code specified");
        }
        return code;
    }

    private Answer setMyCommands(Call call) {
        var commands = call.json("commands", "can't parse commands JSON object").orElse(Json.array());
        if (!commands.isArray()) {
            throw Refusal.badRequest("expected an Array of BotCommand");
        }
        if (commands.size() > MAX_COMMANDS) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        commands.forEach(CommandMethods::check);
        return set(key(call), commands, commands.isEmpty());
    }

    private static void check(JsonNode command) {
        var name = command.path("command").asString("");
        if (!(name.startsWith("/") ? name.substring(1) : name).matches("[a-z0-9_]{1,32}")) {
            throw Refusal.badRequest("BOT_COMMAND_INVALID");
        }
        var length = command.path("description").asString("").length();
        if (length < 1 || length > 256) {
            throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
    }

    private Answer set(String key, JsonNode value, boolean empty) {
        return world.change(batch -> {
            if (empty) {
                world.bot.unset(batch, key);
            } else {
                world.bot.set(batch, key, value);
            }
            return Answer.TRUE;
        });
    }

    private Answer getMyCommands(Call call) {
        var key = key(call);
        return world.read(() -> Answer.of(world.bot.get(key).orElse(Json.array())));
    }

    private Answer deleteMyCommands(Call call) {
        return set(key(call), Json.array(), true);
    }

    private void addText(Map<String, Method> methods, String suffix, String field, int most) {
        methods.put("setMy" + suffix, call -> {
            var text = call.text(field);
            if (text.length() > most) {
                throw Refusal.badRequest("the %s is longer than %d characters".formatted(field, most));
            }
            return set(field + "/" + language(call), JsonNodeFactory.instance.stringNode(text), text.isEmpty());
        });
        methods.put("getMy" + suffix, call -> {
            var language = language(call);
            return world.read(() -> {
                var fallback = field.equals("name") ? world.bot.name() : "";
                var text = world.bot
                        .get(field + "/" + language)
                        .or(() -> world.bot.get(field + "/"))
                        .map(node -> node.asString(""))
                        .orElse(fallback);
                return Answer.of(Json.object().put(field, text));
            });
        });
    }

    private Answer setChatMenuButton(Call call) {
        var button = call.json("menu_button", "can't parse MenuButton JSON object");
        var type = button.map(json -> json.path("type").asString("")).orElse("default");
        if (!Set.of("default", "commands", "web_app").contains(type)) {
            throw Refusal.badRequest("can't parse menu button: Unsupported type specified");
        }
        return set("menu/" + call.text("chat_id"), button.orElse(Json.object()), button.isEmpty());
    }

    private Answer getChatMenuButton(Call call) {
        return world.read(() -> Answer.of(Optional.of(call.text("chat_id"))
                .flatMap(chat -> world.bot.get("menu/" + chat))
                .or(() -> world.bot.get("menu/"))
                .orElse(Json.object().put("type", "commands"))));
    }
}
