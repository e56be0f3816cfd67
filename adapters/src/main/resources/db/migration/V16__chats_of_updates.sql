-- Whose updates are open: several instances share them, a chat at a time. Rows of an earlier version say it in their JSON; one
-- that does not, or that an instance of the earlier version still adds, is looked after under the chat 0.
ALTER TABLE telegram_updates ADD COLUMN chat bigint NOT NULL DEFAULT 0;

UPDATE telegram_updates
SET chat = COALESCE(substring(json FROM '"chat":\s*\{\s*"id":\s*(-?\d{1,18})')::bigint, 0)
WHERE done_at IS NULL;

DROP INDEX ix_telegram_updates_open;
CREATE INDEX ix_telegram_updates_open ON telegram_updates (chat, update_id) WHERE done_at IS NULL;
