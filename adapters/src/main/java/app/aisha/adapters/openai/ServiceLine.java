package app.aisha.adapters.openai;

import app.aisha.adapters.http.AdaptiveGate;

/** What all calls of one service share on their way to it. */
record ServiceLine(AdaptiveGate gate, ServicePause pause, Patience patience) {}
