package app.aisha.app.settings;

/**
 * Every variable the program reads, in the order of the README's table, which is made from this list.
 */
public enum Setting {
    TELEGRAM_TOKEN(Need.PRODUCTION, "token of the bot from @BotFather; without it the sandbox simulates Telegram"),
    TELEGRAM_API_URL(
            Need.OPTIONAL,
            "root of the Bot API server; `https://api.telegram.org` unless set; simulator in the sandbox"),
    TELEGRAM_FILE_URL(Need.OPTIONAL, "root of file downloads; `TELEGRAM_API_URL` + `/file` unless set"),
    TELEGRAM_LOCAL_FILES(
            Need.OPTIONAL,
            "makes the limit of a file 2000 MB instead of 20: where a Bot API server of our own has its files,"
                    + " `http` or its folder, as `/folder` or `/folder/there=/folder/here`"),
    TELEGRAM_WEBHOOK_URL(
            Need.OPTIONAL, "public address of this program; turns the webhook on at its path `/telegram/webhook`"),
    TELEGRAM_WEBHOOK_SECRET(Need.OPTIONAL, "1 to 256 characters of `A-Za-z0-9_-`; needed with `TELEGRAM_WEBHOOK_URL`"),
    DATABASE_URL(Need.PRODUCTION, "`postgresql://user:password@host:port/name`; the sandbox brings its own PostgreSQL"),
    REDIS_URL(Need.PRODUCTION, "`redis://…`; the sandbox keeps dialogs and rate limits in the process"),
    MINIO_ENDPOINT(Need.PRODUCTION, "address of MinIO or any S3 server; the sandbox keeps media in files"),
    MINIO_ACCESS_KEY(Need.PRODUCTION, "access key of the S3 server; needed with `MINIO_ENDPOINT`"),
    MINIO_SECRET_KEY(Need.PRODUCTION, "secret key of the S3 server; needed with `MINIO_ENDPOINT`"),
    MINIO_BUCKET(Need.OPTIONAL, "bucket for media; `aisha` unless set; made when missing"),
    OPENAI_API_KEY(
            Need.OPTIONAL,
            "key of the speech service; production needs this, `OPENAI_BASE_URL` or `SPEECH_MODEL_FILE`"),
    OPENAI_BASE_URL(
            Need.OPTIONAL, "speech service up to and with `/v1`; OpenAI's with a key, the simulator without one"),
    OPENAI_SPEECH_MODEL(Need.OPTIONAL, "model that recognises speech; `gpt-transcribe` unless set"),
    OPENAI_SPEECH_PROBE(
            Need.OPTIONAL,
            "`auto` tries at the start what a speech service other than OpenAI's can do; `always`, `never`; `auto`"
                    + " unless set"),
    OPENAI_PAUSE(
            Need.OPTIONAL,
            "seconds between two tries while a service of speech or text refuses the key or wants money; 60 unless"
                    + " set"),
    OPENAI_TEXT_MODEL(Need.OPTIONAL, "model that reads and writes; `gpt-6-luna` unless set"),
    OPENAI_TEXT_URL(
            Need.OPTIONAL,
            "text service up to and with `/v1`; that of `OPENAI_BASE_URL`, else OpenAI's with a key, unless set"),
    OPENAI_TEXT_KEY(
            Need.OPTIONAL,
            "key of the text service; `OPENAI_API_KEY` unless this or `OPENAI_TEXT_URL` is set, so that no key goes to"
                    + " another server"),
    OPENAI_TEXT_CONTEXT(
            Need.OPTIONAL, "tokens that the text model holds, question and answer together; 128000 unless set"),
    OPENAI_VISION_MODEL(
            Need.OPTIONAL, "model of the text service that looks at pictures; `OPENAI_TEXT_MODEL` unless set"),
    SPEECH_MODEL_FILE(
            Need.OPTIONAL,
            "Whisper model in the format GGML; with it speech is recognised on this machine and no service is asked;"
                    + " `./aisha speech install` fetches one"),
    FAL_API_KEY(Need.PRODUCTION, "key of FAL, `id:secret`, which trains avatars; without it the sandbox simulates FAL"),
    FAL_WEBHOOK_URL(
            Need.OPTIONAL,
            "public address of this program, which FAL calls at its path `/fal/…` when a training is over; without it"
                    + " FAL is only asked"),
    FAL_QUEUE_URL(Need.OPTIONAL, "root of FAL's queue; `https://queue.fal.run` unless set"),
    FAL_REST_URL(Need.OPTIONAL, "root of FAL's storage; `https://rest.fal.ai` unless set"),
    FAL_PLATFORM_URL(
            Need.OPTIONAL, "root of FAL's lists and prices, with the version; `https://api.fal.ai/v1` unless set"),
    FAL_JWKS_URL(
            Need.OPTIONAL, "keys that FAL signs its calls with; `FAL_REST_URL` + `/.well-known/jwks.json` unless set"),
    FAL_TRAININGS(
            Need.OPTIONAL,
            "trainings that FAL has at once, fewer than its account may run, so that pictures find a place; 1 unless"
                    + " set"),
    FAL_TRAINERS(
            Need.OPTIONAL,
            "endpoint that trains each type; `portrait:fal-ai/flux-lora-portrait-trainer,"
                    + "style:fal-ai/flux-lora-fast-training,object:fal-ai/flux-lora-fast-training` unless set"),
    FAL_STEPS(Need.OPTIONAL, "steps of a training by preset; `fast:1000,balanced:1500,quality:2500` unless set"),
    FAL_PICTURE(
            Need.OPTIONAL,
            "endpoint that makes pictures of photos without a training; `fal-ai/nano-banana/edit` unless set"),
    AVATAR_LIMIT(Need.OPTIONAL, "avatars of one person, drafts among them; 5 unless set"),
    AVATAR_PHOTOS(
            Need.OPTIONAL, "least and most photos of each type; `portrait:10-20,style:10-20,object:10-20` unless set"),
    PICTURE_MARK(Need.OPTIONAL, "words in a corner of every picture; none unless set"),
    STYLES_FOLDER(Need.OPTIONAL, "folder with styles of your own; those that come along unless set"),
    HTTP_PROXY_URL(Need.OPTIONAL, "`http://host:port` for everything outside this network"),
    FFMPEG_PATH(Need.OPTIONAL, "program `ffmpeg`; the system's or the bundled one unless set"),
    AISHA_DATA(Need.OPTIONAL, "folder of the embedded parts and of temporary files; `data` unless set"),
    AISHA_DISK_RESERVE(
            Need.OPTIONAL,
            "MB of the disk that downloads leave free; the smaller of 1024 and 5 % of the disk unless set"),
    AISHA_PORT(Need.OPTIONAL, "HTTP port of health and webhook; 8080 unless set, 0 for any free one"),
    AISHA_CHAT_PORT(Need.OPTIONAL, "port of the sandbox's chat page; 8081 unless set, 0 for any free one"),
    AISHA_MANAGEMENT_PORT(
            Need.OPTIONAL, "HTTP port of metrics and of health in detail; 8082 unless set, 0 for any free one"),
    AISHA_MANAGEMENT_ADDRESS(
            Need.OPTIONAL,
            "address of this machine that the management port is bound to; `127.0.0.1` unless set, `0.0.0.0` for all"),
    AISHA_LOG(Need.OPTIONAL, "`json` for a JSON object a line, `text` for people; `json` in production, `text` else"),
    OTEL_EXPORTER_OTLP_ENDPOINT(
            Need.OPTIONAL, "OTLP receiver over HTTP, up to and without `/v1/traces`; without it traces go nowhere"),
    AISHA_TIME_ZONE(Need.OPTIONAL, "time zone of new users; `Europe/Moscow` unless set"),
    AISHA_MAX_HOURS(Need.OPTIONAL, "longest recording in hours, 1 to 24; 8 unless set"),
    ADMIN_IDS(Need.OPTIONAL, "Telegram ids of those who may use `/admin`, separated by commas"),
    SUPPORT_CONTACT(
            Need.OPTIONAL, "where buyers get help, such as `@name` or an e-mail address; your admins unless set"),
    CREDITS_ENABLED(Need.OPTIONAL, "`false` removes prices and every trace of credits; `true` unless set"),
    CREDITS_GIFT(Need.OPTIONAL, "credits that newcomers get; 100 unless set"),
    CREDITS_PACKAGES(
            Need.OPTIONAL, "what is sold for Telegram Stars, as credits:stars; `100:100,300:270,1000:800` unless set"),
    PRICE_MINUTE(Need.OPTIONAL, "credits for each started minute of a recording; 10 unless set"),
    PRICE_FREE_SECONDS(Need.OPTIONAL, "how much of each recording is free, in seconds; 60 unless set"),
    PRICE_AVATAR(Need.OPTIONAL, "credits for an avatar by preset; `fast:100,balanced:150,quality:200` unless set"),
    PRICE_PICTURE(Need.OPTIONAL, "credits for a picture; 5 unless set");

    /** Where a variable has to be set. */
    public enum Need {
        PRODUCTION,
        OPTIONAL
    }

    private static final String EXAMPLE_HEAD = """
        # Settings of Aisha. Copy this file to .env, which git ignores, and let nobody else read it (chmod 600).
        # What ./aisha serve needs stands open; the rest may be taken in by removing the sign before it.
        # A variable of the environment beats the one here; an empty one counts as not set.
        """;

    private final Need need;
    private final String meaning;

    Setting(Need need, String meaning) {
        this.need = need;
        this.meaning = meaning;
    }

    public Need need() {
        return need;
    }

    public String meaning() {
        return meaning;
    }

    /** The table of the README. */
    public static String table() {
        var table = new StringBuilder("| variable | production | meaning |\n|---|---|---|\n");
        for (var setting : values()) {
            table.append("| `%s` | %s | %s |\n"
                    .formatted(
                            setting.name(),
                            setting.need == Need.PRODUCTION ? "required" : "optional",
                            setting.meaning));
        }
        return table.toString();
    }

    /** The file {@code .env.example}: what production needs stands open, the rest behind {@code #}. */
    public static String example() {
        var example = new StringBuilder(EXAMPLE_HEAD);
        for (var setting : values()) {
            example.append("\n# %s\n%s%s=\n"
                    .formatted(
                            setting.meaning.replace("`", ""),
                            setting.need == Need.PRODUCTION ? "" : "#",
                            setting.name()));
        }
        return example.toString();
    }
}
