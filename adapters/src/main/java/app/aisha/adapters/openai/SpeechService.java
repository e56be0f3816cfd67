package app.aisha.adapters.openai;

import java.time.InstantSource;

/** What all calls of one speech service share. */
record SpeechService(SpeechServer server, ServiceLine line, Manners manners, InstantSource clock) {}
