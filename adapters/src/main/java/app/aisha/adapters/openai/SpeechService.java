package app.aisha.adapters.openai;

import app.aisha.adapters.http.AdaptiveGate;
import java.time.InstantSource;

/** What all calls of one service share. */
record SpeechService(
        SpeechServer server,
        AdaptiveGate gate,
        ServicePause pause,
        Manners manners,
        Patience patience,
        InstantSource clock) {}
