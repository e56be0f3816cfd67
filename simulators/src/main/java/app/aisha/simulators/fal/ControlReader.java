package app.aisha.simulators.fal;

import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** Faults and plans out of the JSON of control calls. Wrong ones are refused with 400. */
final class ControlReader {

    private ControlReader() {}

    static Fault fault(JsonNode body) {
        var fault =
                Fault.once(constant(FaultPoint.class, body.path("at")), constant(FaultKind.class, body.path("kind")));
        return fault.times(body.path("times").asInt(1))
                .on(body.path("match").asString(""))
                .pausing(body.path("millis").asLong(fault.millis()))
                .to(body.path("location").asString(fault.location()));
    }

    static JsonNode json(Fault fault) {
        return Json.object()
                .put("at", word(fault.at()))
                .put("kind", word(fault.kind()))
                .put("match", fault.match())
                .put("times", fault.times())
                .put("millis", fault.millis())
                .put("location", fault.location());
    }

    static Plan plan(JsonNode body) {
        var plan = Plan.any()
                .on(body.path("on").asString(""))
                .times(body.path("times").asInt(1))
                .ending(ending(body.path("ending")))
                .telling(webhook(body.path("webhook")));
        if (body.path("duration_millis").isIntegralNumber()) {
            plan = plan.lasting(Duration.ofMillis(body.path("duration_millis").longValue()));
        }
        if (body.path("hold").asBoolean(false)) {
            plan = plan.hold();
        }
        return body.path("ignore_cancel").asBoolean(false) ? plan.ignoringCancel() : plan;
    }

    private static Ending ending(JsonNode body) {
        var status = body.path("status").asInt(422);
        var message = body.path("message").asString("Simulated failure");
        return switch (body.path("kind").asString("natural")) {
            case "natural" -> new Ending.Natural();
            case "model_error" ->
                new Ending.ModelError(status, body.path("type").asString("value_error"), message);
            case "flat_error" -> new Ending.FlatError(status, message);
            case "request_error" ->
                new Ending.RequestError(
                        body.path("status").asInt(500), body.path("type").asString("internal_error"), message);
            case "flawed" -> new Ending.Flawed(constant(Flaw.class, body.path("flaw")));
            case "without_lora" -> new Ending.WithoutLora();
            default -> throw new Refusal(400, "unknown ending");
        };
    }

    private static WebhookPlan webhook(JsonNode body) {
        return new WebhookPlan(
                body.path("lose").asBoolean(false),
                body.path("copies").asInt(1),
                body.path("early").asBoolean(false),
                Duration.ofMillis(body.path("delay_millis").asLong(0)),
                tampering(body.path("tampering")),
                body.path("without_payload").asBoolean(false));
    }

    static WebhookPlan.Tampering tampering(JsonNode word) {
        return word.isMissingNode() ? WebhookPlan.Tampering.NONE : constant(WebhookPlan.Tampering.class, word);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode word) {
        try {
            return Enum.valueOf(type, word.asString("").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Refusal(400, "unknown %s '%s'".formatted(type.getSimpleName(), word.asString("")));
        }
    }
}
