package app.aisha.simulators.telegram;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where and how updates are posted. */
record Webhook(String url, String secret, int connections) {

    private static final Set<Integer> PORTS = Set.of(-1, 80, 88, 443, 8443);

    /**
     * The webhook a call of setWebhook describes.
     *
     * @throws Refusal if Telegram would not post there or with that secret
     */
    static Webhook of(Call call, boolean local) {
        var secret = call.text("secret_token");
        if (secret.length() > 256) {
            throw Refusal.badRequest("secret token is too long");
        }
        if (!secret.matches("[A-Za-z0-9_-]*")) {
            throw Refusal.badRequest("secret token contains unallowed characters");
        }
        var url = call.text("url").strip();
        check(url, local);
        var most = local ? 100_000 : 100;
        return new Webhook(url, secret, (int) call.number("max_connections", 40, 1, most));
    }

    private static void check(String url, boolean local) {
        try {
            var uri = new URI(url);
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !Set.of("http", "https").contains(scheme)) {
                throw Refusal.badRequest("bad webhook: URL host is empty");
            }
            if (local || isLoopback(uri.getHost())) {
                return;
            }
            if (scheme.equals("http")) {
                throw Refusal.badRequest("bad webhook: An HTTPS URL must be provided for webhook");
            }
            if (!PORTS.contains(uri.getPort())) {
                throw Refusal.badRequest("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
            }
        } catch (URISyntaxException e) {
            throw Refusal.badRequest("bad webhook: invalid URL specified");
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return host.equals("localhost")
                    || (host.matches("[0-9.]+|\\[.*]")
                            && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    ObjectNode toJson() {
        return Json.object().put("url", url).put("secret", secret).put("connections", connections);
    }

    static Webhook fromJson(JsonNode json) {
        return new Webhook(
                json.path("url").asString(""),
                json.path("secret").asString(""),
                json.path("connections").asInt(40));
    }
}
