package app.aisha.simulators.fal;

import static app.aisha.simulators.fal.Sandbox.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StorageTest {
    private static final String ZIP = "application/zip";
    private Sandbox fal;

    @BeforeEach
    void start() throws Exception {
        fal = Sandbox.quick();
    }

    @AfterEach
    void stop() {
        fal.close();
    }

    private JsonNode initiate(String how) throws Exception {
        return json(fal.send(fal.withKey("/rest/storage/upload/%s?storage_type=fal-cdn-v3".formatted(how))
                .header("X-Fal-Object-Lifecycle", "{\"expiration_duration_seconds\":3600}")
                .POST(BodyPublishers.ofString("{\"file_name\":\"a b.zip\",\"content_type\":\"application/zip\"}"))));
    }

    private String path(JsonNode initiated) {
        return initiated
                .path("upload_url")
                .stringValue()
                .substring(fal.simulator.queue().toString().length());
    }

    private HttpResponse<String> put(String path, String type, String body) throws Exception {
        return fal.send(fal.to(path).header("Content-Type", type).PUT(BodyPublishers.ofString(body)));
    }

    @Test
    void aFileIsUploadedToASignedAddressAndExpires() throws Exception {
        var initiated = initiate("initiate");
        var address = initiated.path("file_url").stringValue();
        assertThat(address).startsWith(fal.simulator.cdn() + "/files/").endsWith("_a_b.zip");
        assertThat(fal.download(address).statusCode()).isEqualTo(404);

        assertThat(put(path(initiated), ZIP, "bytes").statusCode()).isEqualTo(200);

        var file = fal.download(address);
        assertThat(file.body()).asString().isEqualTo("bytes");
        assertThat(file.headers().firstValue("Content-Type")).contains(ZIP);
        fal.control.advance(Duration.ofSeconds(3599));
        assertThat(fal.download(address).statusCode()).isEqualTo(200);
        fal.control.advance(Duration.ofSeconds(1));
        assertThat(fal.download(address).statusCode()).isEqualTo(404);
    }

    @Test
    void theSignatureCoversTypeAndTime() throws Exception {
        var path = path(initiate("initiate"));

        assertThat(put(path, "text/plain", "x").statusCode()).isEqualTo(403);
        assertThat(put(path + "x", ZIP, "x").statusCode()).isEqualTo(403);
        assertThat(put(path.replace("?", "/1?"), ZIP, "x").statusCode()).isEqualTo(400);
        assertThat(put("/cdn/upload/", ZIP, "x").statusCode()).isEqualTo(404);
        assertThat(fal.send(fal.to(path)).statusCode()).isEqualTo(405);
        assertThat(fal.send(fal.to(path)
                                .header("Content-Type", ZIP)
                                .PUT(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[9]))))
                        .statusCode())
                .isEqualTo(411);
        fal.control.advance(Duration.ofHours(1));
        assertThat(put(path, ZIP, "x").statusCode()).isEqualTo(403);
    }

    @Test
    void theKeyMustNotLeaveTheApi() throws Exception {
        var initiated = initiate("initiate");
        var address = initiated.path("file_url").stringValue();
        var upload = fal.send(
                fal.withKey(path(initiated)).header("Content-Type", ZIP).PUT(BodyPublishers.ofString("x")));
        var file = fal.get(address.substring(fal.simulator.queue().toString().length()));

        assertThat(upload.statusCode()).isEqualTo(400);
        assertThat(file.statusCode()).isEqualTo(400);
        assertThat(fal.control.violations()).hasSize(2).allMatch(line -> line.contains("Authorization sent to"));
        assertThat(fal.control.calls().toString()).doesNotContain("simulated").contains("Key ***");
    }

    @Test
    void aLargeFileComesInParts() throws Exception {
        var initiated = initiate("initiate-multipart");
        var path = path(initiated);
        var tags = new String[2];
        for (var part = 1; part <= 2; part++) {
            var answer = put(path.replace("?", "/%d?".formatted(part)), ZIP, "part" + part);
            assertThat(json(answer).path("partNumber").intValue()).isEqualTo(part);
            tags[part - 1] = json(answer).path("etag").stringValue().replace("\"", "\\\"");
            assertThat(answer.headers().firstValue("ETag"))
                    .contains(json(answer).path("etag").stringValue());
        }
        var complete = path.replace("?", "/complete?");
        var one = "{\"partNumber\":1,\"etag\":\"%s\"}".formatted(tags[0]);
        var two = "{\"partNumber\":2,\"etag\":\"%s\"}".formatted(tags[1]);
        for (var wrong : new String[] {one, two + "," + one, one + "," + one}) {
            assertThat(fal.send(fal.to(complete).POST(BodyPublishers.ofString("{\"parts\":[%s]}".formatted(wrong))))
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(put(path, ZIP, "whole").statusCode()).isEqualTo(400);
        assertThat(put(complete, ZIP, "").statusCode()).isEqualTo(405);

        var done = fal.send(fal.to(complete).POST(BodyPublishers.ofString("{\"parts\":[%s,%s]}".formatted(one, two))));

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(fal.download(initiated.path("file_url").stringValue()).body())
                .asString()
                .isEqualTo("part1part2");
    }

    @Test
    void aTokenOpensTheCdn() throws Exception {
        var token = json(fal.post("/rest/storage/auth/token?storage_type=fal-cdn-v3", "{}"));
        assertThat(token.path("base_url").stringValue())
                .isEqualTo(fal.simulator.cdn().toString());
        assertThat(token.path("expires_at").stringValue()).isEqualTo("2026-11-26T11:00Z");
        var authorization = token.path("token_type").stringValue() + " "
                + token.path("token").stringValue();

        var uploaded = fal.send(fal.to("/cdn/files/upload")
                .header("Authorization", authorization)
                .header("Content-Type", "text/plain")
                .header("X-Fal-File-Name", "n.txt")
                .header("X-Fal-Object-Lifecycle", "{\"expiration_duration_seconds\":null}")
                .POST(BodyPublishers.ofString("hello")));

        var address = json(uploaded).path("access_url").stringValue();
        fal.control.advance(Duration.ofDays(10_000));
        assertThat(fal.download(address).body()).asString().isEqualTo("hello");
        assertThat(fal.send(fal.to("/cdn/files/upload")
                                .header("Authorization", authorization)
                                .POST(BodyPublishers.ofString("late")))
                        .statusCode())
                .isEqualTo(401);
        assertThat(fal.post("/cdn/files/upload", "key").statusCode()).isEqualTo(400);
        assertThat(fal.control.violations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{", "{\"file_name\":\"a.zip\"}"})
    void initiateNeedsNameAndType(String body) throws Exception {
        assertThat(fal.post("/rest/storage/upload/initiate?storage_type=gcs", body)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void whatIsElsewhereIsRefused() throws Exception {
        assertThat(fal.post("/rest/storage/none", "{}").statusCode()).isEqualTo(404);
        assertThat(fal.get("/rest/storage/auth/token").statusCode()).isEqualTo(405);
        assertThat(fal.post("/rest/storage/auth/token?storage_type=tape", "{}").statusCode())
                .isEqualTo(422);
        assertThat(fal.send(fal.to("/cdn/files/rabbit/1").DELETE()).statusCode())
                .isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"soon", "[]", "{\"expiration_duration_seconds\":0}", "{\"expiration_duration_seconds\":\"x\"}"})
    void aWrongLifecycleIsRefused(String lifecycle) throws Exception {
        var answer = fal.send(fal.withKey("/fal-ai/flux-lora")
                .header("X-Fal-Object-Lifecycle-Preference", lifecycle)
                .POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(422);
    }

    @Test
    void aHeadTellsTheSize() throws Exception {
        var address = fal.control.putFile("a.bin", "application/octet-stream", new byte[77]);
        var head = fal.send(fal.to(address.getPath()).HEAD());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("77");
    }
}
