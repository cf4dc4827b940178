-- What the desk looks for, found without reading every story.
-- One row per version: its headline, uri and file, by every three letters; see StorySearch.
${story_words};
INSERT INTO story_words (rowid, words)
SELECT v.version_id, v.headline || ' ' || s.uri || ' ' || v.file
FROM story_version v JOIN story s ON s.story_id = v.story_id;
-- Serves: the stories of a span of time.
CREATE INDEX story_version_created ON story_version (created);
