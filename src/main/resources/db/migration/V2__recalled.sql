-- Serves: which stories are killed or withheld (at every start; few among many).
CREATE INDEX story_recalled ON story (uri) WHERE status <> 'USABLE';
