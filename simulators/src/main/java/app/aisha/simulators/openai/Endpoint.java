package app.aisha.simulators.openai;

import java.io.IOException;

/** One function of the API. */
@FunctionalInterface
interface Endpoint {

    /**
     * Answers a request.
     *
     * @throws ApiError when the real server would refuse the request
     */
    Reply answer(Request request, CallNotes notes) throws IOException;
}
