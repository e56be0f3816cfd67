package app.aisha.simulators.openai;

/** What is steered of the text model. */
record ChatSwitches(ChatScript script, ChatHabits habits) {}
