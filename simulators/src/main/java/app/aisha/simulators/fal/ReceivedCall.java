package app.aisha.simulators.fal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A request the simulator has received.
 *
 * @param target path and query as sent
 * @param headers by name in lower case; of Authorization only the scheme is kept
 * @param body as text; of large or binary bodies only the size is told
 * @param status as answered; 0 when the connection was cut
 */
public record ReceivedCall(
        Instant at,
        FaultPoint point,
        String method,
        String target,
        Map<String, List<String>> headers,
        String body,
        int status) {

    public ReceivedCall {
        headers = Map.copyOf(headers);
    }
}
