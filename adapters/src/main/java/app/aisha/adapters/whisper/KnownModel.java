package app.aisha.adapters.whisper;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A published model of OpenAI's Whisper in the format of whisper.cpp, licensed under the MIT licence.
 *
 * @param sha256 in lower case hexadecimal
 * @param remark what it is good for
 */
public record KnownModel(String name, long bytes, String sha256, String remark) {

    /** Where whisper.cpp publishes them; the revision is named, so that what is there cannot change. */
    public static final URI PUBLISHED =
            URI.create("https://huggingface.co/ggerganov/whisper.cpp/resolve/5359861c739e955e79d9a303bcbc70fb988958b1");

    public static final String LICENCE = "MIT";

    /** The smallest first. */
    public static final List<KnownModel> ALL = List.of(
            new KnownModel(
                    "tiny",
                    77_691_713,
                    "be07e048e1e599ad46341c8d2a135645097a538221678b7acdd1b1919c6e1b21",
                    "fast, many mistakes"),
            new KnownModel(
                    "base",
                    147_951_465,
                    "60ed5bc3dd14eea856493d334349b405782ddcaf0028d4b5df4088345fba2efe",
                    "fast, mistakes"),
            new KnownModel(
                    "small",
                    487_601_967,
                    "1be3a9b2063867b937e64e2ec7483364a79917e157fa98c5d94b5c1fffea987b",
                    "the usual choice"),
            new KnownModel(
                    "large-v3-turbo-q5_0",
                    574_041_195,
                    "394221709cd5ad1f40c46e6031ca61bce88931e6e088c188294c6d5a55ffa7e2",
                    "nearly the best, for many processors"),
            new KnownModel(
                    "medium",
                    1_533_763_059,
                    "6c14d5adee5f86394037b4e4e8b59f1673b6cee10e3cf0b11bbdbee79c156208",
                    "good, slow"),
            new KnownModel(
                    "large-v3-turbo",
                    1_624_555_275,
                    "1fc70f774d38eb169993ac391eea357ef47c88757ef72ee5943879b7e8e2bc69",
                    "nearly the best, for many processors"),
            new KnownModel(
                    "large-v3",
                    3_095_033_483L,
                    "64d182b440b98d5203c4f9bd541544d84c605196c4f7b845dfa11fb23594d1e2",
                    "the best, very slow"));

    public static Optional<KnownModel> named(String name) {
        return ALL.stream().filter(model -> model.name.equals(name)).findAny();
    }

    public String fileName() {
        return "ggml-%s.bin".formatted(name);
    }

    /** Where it is below the root of a source. */
    public URI addressBelow(URI root) {
        return URI.create(root.toString().replaceFirst("/+$", "") + "/" + fileName());
    }
}
