package app.aisha.adapters.openai;

/** How a call to a chat model ended. */
sealed interface ChatEnding<T> {

    record Answered<T>(T answer) implements ChatEnding<T> {}

    /** The model, or a filter before it, will not do this. */
    record Refused<T>(String reason) implements ChatEnding<T> {}

    /** It does not look at pictures at all. */
    record Blind<T>() implements ChatEnding<T> {}

    /** The question or the answer is longer than the model can hold. */
    record TooLong<T>() implements ChatEnding<T> {}

    /** No answer of the asked form came, also not after a second try. */
    record Garbled<T>() implements ChatEnding<T> {}
}
