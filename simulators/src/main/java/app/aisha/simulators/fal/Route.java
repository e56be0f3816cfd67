package app.aisha.simulators.fal;

/** The function of the service a request is for. */
record Route(FaultPoint point, Handler handler) {

    /** Answers, or throws a {@link Refusal}. */
    @FunctionalInterface
    interface Handler {
        Reply answer(Request request);
    }

    Reply answer(Request request) {
        try {
            return handler.answer(request);
        } catch (Refusal refused) {
            return refused.reply();
        }
    }
}
