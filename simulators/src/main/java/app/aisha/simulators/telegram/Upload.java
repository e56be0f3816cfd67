package app.aisha.simulators.telegram;

/** A file part of a multipart request, its bytes already stored. */
record Upload(String name, String mime, Blob blob) {}
