-- What the desk looks for, found without reading every story.
-- One row per version: its headline, uri and file, by every three letters; see StorySearch.
${story_words};
INSERT INTO story_words (rowid, words)
SELECT v.version_id, v.headline || ' ' || s.uri || ' ' || v.file
FROM story_version v JOIN story s ON s.story_id = v.story_id;
-- Serves: the stories of a span of time.
CREATE INDEX story_version_created ON story_version (created);
-- Serves: the stories of which a delivery waits, is held or parked, newest first (few among many).
-- NOT IN, since a condition with IN would be searched by, three times, and the order be lost.
CREATE INDEX delivery_open ON delivery (state, version_id, partner_id)
  WHERE state NOT IN ('delivered', 'filtered', 'superseded');
-- What a version's file was warned about, one warning a line.
ALTER TABLE story_version ADD COLUMN warnings TEXT;
-- Serves: the latest files that were read with warnings.
CREATE INDEX story_version_warned ON story_version (version_id) WHERE warnings IS NOT NULL;
