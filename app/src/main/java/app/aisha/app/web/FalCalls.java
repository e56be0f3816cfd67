package app.aisha.app.web;

import app.aisha.adapters.fal.FalReceiver;
import app.aisha.core.avatar.AvatarId;
import app.aisha.core.avatar.TrainingSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Where FAL calls. */
@RestController
class FalCalls {

    private final FalReceiver receiver;

    FalCalls(FalReceiver receiver) {
        this.receiver = receiver;
    }

    @PostMapping(TrainingSettings.PATH + "{avatar}/{attempt}")
    void take(@PathVariable UUID avatar, @PathVariable int attempt, HttpServletRequest request)
            throws IOException, InterruptedException {
        var status = receiver.take(
                new AvatarId(avatar),
                attempt,
                request.getInputStream(),
                name -> Optional.ofNullable(request.getHeader(name)));
        if (status != 200) {
            throw new ResponseStatusException(HttpStatusCode.valueOf(status));
        }
    }
}
