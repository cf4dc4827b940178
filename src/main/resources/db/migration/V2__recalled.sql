-- Serves: which stories are killed or withheld (at every start; few among many).
CREATE INDEX story_recalled ON story (uri) WHERE status <> 'USABLE';
-- Serves: which recalls are not acknowledged (looked at every half minute; few among many).
CREATE INDEX delivery_of_recall ON delivery (accepted_at) WHERE rank = 0;
