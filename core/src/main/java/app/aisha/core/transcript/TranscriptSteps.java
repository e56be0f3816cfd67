package app.aisha.core.transcript;

/** What happens to a recording on its way, in order. */
public record TranscriptSteps(
        FetchOriginal fetch, OfferTranscript offer, PersonalHints hints, ListenToRecording listen, EndTranscript end) {}
