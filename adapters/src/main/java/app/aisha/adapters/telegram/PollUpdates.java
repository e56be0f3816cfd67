package app.aisha.adapters.telegram;

import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.response.GetUpdatesResponse;
import java.time.Duration;
import java.util.List;

/** The method {@code getUpdates} with an offset of 64 bits, which the library's own request cuts to 32. */
final class PollUpdates extends BaseRequest<PollUpdates, GetUpdatesResponse> {

    private static final int MOST = 100;

    PollUpdates(long offset, Duration timeout, List<String> kinds) {
        super(GetUpdatesResponse.class);
        add("offset", offset);
        add("limit", MOST);
        add("timeout", timeout.toSeconds());
        add("allowed_updates", kinds);
    }

    @Override
    public String getMethod() {
        return "getUpdates";
    }
}
