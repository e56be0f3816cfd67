-- A value of an enum can be used only once the transaction that added it is over.
ALTER TYPE transcriptstatus ADD VALUE 'waiting' AFTER 'queued';
