package app.aisha.simulators.telegram;

/** Stored bytes: their SHA-256 in hexadecimal and how many they are. */
record Blob(String hash, long size) {}
