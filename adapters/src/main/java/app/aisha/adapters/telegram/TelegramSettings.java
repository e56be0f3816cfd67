package app.aisha.adapters.telegram;

import app.aisha.adapters.http.Secret;
import java.net.URI;

/**
 * Where and as whom to speak to the Bot API.
 *
 * @param api server root; calls go to {@code {root}/bot{token}/{method}}
 * @param files root of downloads, which come from {@code {root}/bot{token}/{path}}
 */
public record TelegramSettings(URI api, URI files, Secret token) {}
