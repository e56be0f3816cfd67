package app.aisha.simulators.telegram;

import java.io.IOException;

/** One method of the Bot API. */
interface Method {

    /**
     * Does what the method does.
     *
     * @throws Refusal if Telegram would refuse the call
     */
    Answer call(Call call) throws IOException, InterruptedException;
}
