package app.aisha.adapters.openai;

/** A server, what to call it and what it gives. */
enum CompatibleServer {
    OPENAI("/v1", "whisper-1", true, true),
    SPEACHES("/v1", "Systran/faster-whisper-large-v3", true, false),
    WHISPERCPP("/inference", "ggml-large-v3", true, false),
    LOCALAI("/v1", "whisper-base", true, false),
    VLLM("/v1", "openai/whisper-large-v3", true, false),
    GROQ("/openai/v1", "whisper-large-v3-turbo", true, true),
    GATEWAY("/v1", "gpt-transcribe", false, true);

    final String path;
    final String model;
    final boolean tellsTimes;
    final boolean wantsKey;

    CompatibleServer(String path, String model, boolean tellsTimes, boolean wantsKey) {
        this.path = path;
        this.model = model;
        this.tellsTimes = tellsTimes;
        this.wantsKey = wantsKey;
    }
}
