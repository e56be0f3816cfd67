package app.aisha.adapters.telegram;

import java.util.List;
import java.util.Random;

/** Makes updates that are wrong in one way or another from such as are right; the same seed gives the same. */
final class MalformedUpdates {

    private static final List<String> SOUND = List.of(
            "{\"update_id\":11,\"message\":{\"message_id\":42,\"date\":1790000000,\"from\":{\"id\":5,\"is_bot\":false,\"first_name\":\"Anna\",\"language_code\":\"ru\"},\"chat\":{\"id\":5,\"type\":\"private\"},\"text\":\"hello\",\"entities\":[{\"type\":\"bold\",\"offset\":0,\"length\":5}],\"reply_to_message\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":5,\"type\":\"private\"}}}}",
            "{\"update_id\":12,\"message\":{\"message_id\":43,\"date\":1790000000,\"from\":{\"id\":5,\"first_name\":\"Anna\"},\"chat\":{\"id\":5,\"type\":\"private\"},\"voice\":{\"file_id\":\"F\",\"file_unique_id\":\"U\",\"duration\":7,\"mime_type\":\"audio/ogg\",\"file_size\":3000},\"forward_origin\":{\"type\":\"user\",\"date\":1,\"sender_user\":{\"id\":6,\"first_name\":\"B\"}}}}",
            "{\"update_id\":13,\"callback_query\":{\"id\":\"777\",\"from\":{\"id\":5,\"first_name\":\"Anna\"},\"message\":{\"message_id\":44,\"date\":0,\"chat\":{\"id\":5,\"type\":\"private\"}},\"chat_instance\":\"1\",\"data\":\"v1:m\"}}",
            "{\"update_id\":14,\"my_chat_member\":{\"chat\":{\"id\":5,\"type\":\"private\"},\"from\":{\"id\":5,\"first_name\":\"Anna\"},\"date\":1,\"old_chat_member\":{\"user\":{\"id\":9},\"status\":\"member\"},\"new_chat_member\":{\"user\":{\"id\":9},\"status\":\"kicked\",\"until_date\":0}}}",
            "{\"update_id\":15,\"message\":{\"message_id\":45,\"date\":1,\"from\":{\"id\":5,\"first_name\":\"Anna\"},\"chat\":{\"id\":5,\"type\":\"private\"},\"document\":{\"file_id\":\"D\",\"file_unique_id\":\"U\",\"file_name\":\"a.wav\"},\"photo\":[{\"file_id\":\"P\",\"width\":1,\"height\":2}]}}",
            "{\"update_id\":16,\"pre_checkout_query\":{\"id\":\"88\",\"from\":{\"id\":5,\"first_name\":\"Anna\"},\"currency\":\"XTR\",\"total_amount\":270,\"invoice_payload\":\"p:300:0\"}}",
            "{\"update_id\":17,\"message\":{\"message_id\":46,\"date\":1,\"from\":{\"id\":5,\"first_name\":\"Anna\"},\"chat\":{\"id\":5,\"type\":\"private\"},\"successful_payment\":{\"currency\":\"XTR\",\"total_amount\":270,\"invoice_payload\":\"p:300:0\",\"telegram_payment_charge_id\":\"stx\",\"provider_payment_charge_id\":\"5_0\"}}}",
            "{\"update_id\":18,\"message\":{\"message_id\":47,\"date\":1,\"from\":{\"id\":5,\"first_name\":\"Anna\"},\"chat\":{\"id\":5,\"type\":\"private\"},\"refunded_payment\":{\"currency\":\"XTR\",\"total_amount\":270,\"invoice_payload\":\"p:300:0\",\"telegram_payment_charge_id\":\"stx\"}}}");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "[[]]",
            "\"\"",
            "\"x\"",
            "-1",
            "0",
            "1.5",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "1e400",
            "1e1000000",
            "-1e-1000000",
            "1E2147483648",
            "NaN",
            "-Infinity",
            "\"\\u0000\"",
            "\"a\0b\"",
            "\"\\ud800\"",
            "\"\ud800x\"",
            "\"\udfff\\udbff\"",
            "\"\u202E\u2066abc\"",
            "\"\uFEFF\"",
            "{\"update_id\":3}",
            "{\"id\":{\"id\":{\"id\":[]}}}",
            "\"private\"",
            "\"\\q\"",
            "undefined",
            "'single'",
            "/* x */1");

    private final Random random;

    MalformedUpdates(long seed) {
        random = new Random(seed);
    }

    String next() {
        var update = SOUND.get(random.nextInt(SOUND.size()));
        for (var wounds = random.nextInt(4); wounds >= 0; wounds--) {
            update = wounded(update);
        }
        return update;
    }

    private String wounded(String update) {
        return switch (random.nextInt(100)) {
            case 0 -> nested(1_000);
            case 1 -> random.nextInt(10) == 0 ? nested(100_000) : nested(300);
            case 2 -> random.nextInt(10) == 0 ? update.replace("Anna", "z".repeat(1 << 20)) : "";
            case 3 -> replies(40 + random.nextInt(200));
            case 4 -> update.replaceFirst("\\d+", "9".repeat(1 + random.nextInt(20_000)));
            default ->
                switch (random.nextInt(6)) {
                    case 0 -> update.substring(0, random.nextInt(update.length() + 1));
                    case 1 -> withoutSomething(update);
                    case 2, 3 -> withAnotherValue(update);
                    case 4 -> withARepeatedKey(update);
                    default -> withAnotherCharacter(update);
                };
        };
    }

    private String nested(int depth) {
        return random.nextBoolean()
                ? "{\"update_id\":1,\"message\":" + "[".repeat(depth) + "]".repeat(depth) + "}"
                : "{\"update_id\":1,\"message\":" + "{\"reply_to_message\":".repeat(depth) + "1"
                        + "}".repeat(depth + 1);
    }

    private static String replies(int depth) {
        var message =
                "{\"message_id\":1,\"date\":1,\"from\":{\"id\":5,\"first_name\":\"A\"},\"chat\":{\"id\":5,\"type\":\"private\"},\"text\":\"x\"";
        return "{\"update_id\":1,\"message\":" + (message + ",\"reply_to_message\":").repeat(depth) + message
                + "}".repeat(depth + 2);
    }

    private int somewhere(String update, String mark) {
        var from = update.indexOf(mark, random.nextInt(update.length() + 1));
        return from < 0 ? update.indexOf(mark) : from;
    }

    private String withoutSomething(String update) {
        var key = somewhere(update, "\"");
        var end = update.indexOf(',', Math.max(0, key));
        return key < 0 || end < 0 ? update : update.substring(0, key) + update.substring(end + 1);
    }

    private String withAnotherValue(String update) {
        var colon = somewhere(update, ":");
        if (colon < 0) {
            return update;
        }
        var end = colon + 1;
        while (end < update.length() && ",}]".indexOf(update.charAt(end)) < 0) {
            end++;
        }
        return update.substring(0, colon + 1) + VALUES.get(random.nextInt(VALUES.size())) + update.substring(end);
    }

    private String withARepeatedKey(String update) {
        var brace = somewhere(update, "{");
        var keys = List.of("update_id", "message", "chat", "from", "id", "type", "x\\u0000");
        return brace < 0
                ? update
                : update.substring(0, brace + 1)
                        + "\"%s\":%s,"
                                .formatted(
                                        keys.get(random.nextInt(keys.size())),
                                        VALUES.get(random.nextInt(VALUES.size())))
                        + update.substring(brace + 1);
    }

    private String withAnotherCharacter(String update) {
        if (update.isEmpty()) {
            return update;
        }
        var at = random.nextInt(update.length());
        return update.substring(0, at) + (char) random.nextInt(0x10000) + update.substring(at + 1);
    }
}
