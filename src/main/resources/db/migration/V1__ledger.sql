-- The ledger: stories, their versions, what each partner gets of them, and every attempt.
-- Times are milliseconds since 1970 UTC. Keys are handed out by the writer, ascending.
-- What differs between engines stands in placeholders, filled in by the engine's class.

-- One row per uri: its current version and status. A canceled status is the tombstone.
CREATE TABLE story (
  story_id      ${key} PRIMARY KEY,
  uri           TEXT NOT NULL,
  version       INTEGER NOT NULL,
  version_id    BIGINT NOT NULL,
  status        TEXT NOT NULL CHECK (status IN ('USABLE', 'WITHHELD', 'CANCELED')),
  first_created BIGINT NOT NULL
);
-- Serves: which story is this (every accepted file, every page of one story).
CREATE UNIQUE INDEX story_uri ON story (uri);

-- One row per version; article and related are the canonical JSON, digest is SHA-256 of article.
CREATE TABLE story_version (
  version_id ${key} PRIMARY KEY,
  story_id   BIGINT NOT NULL,
  version    INTEGER NOT NULL,
  action     TEXT NOT NULL,
  status     TEXT NOT NULL,
  created    BIGINT NOT NULL,
  digest     ${bytes} NOT NULL,
  headline   TEXT NOT NULL,
  file       TEXT NOT NULL,
  note       TEXT,
  article    ${bytes} NOT NULL,
  related    ${bytes} NOT NULL
);
-- Serves: all versions of one story, in order.
CREATE UNIQUE INDEX story_version_of ON story_version (story_id, version);

-- One row per version and partner.
-- place: its place in the partner's lane (rank, then age) while it is ready to be claimed, else null.
-- due: when a retry or the end of an embargo makes it ready, else null.
-- lease_until: set while one attempt is under way, else null.
-- sequence: assigned with the first claim; a version that supersedes an unacknowledged one takes
-- over its number.
CREATE TABLE delivery (
  delivery_id  ${key} PRIMARY KEY,
  id           TEXT NOT NULL,
  partner_id   BIGINT NOT NULL,
  story_id     BIGINT NOT NULL,
  version_id   BIGINT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN
                 ('held', 'pending', 'delivered', 'superseded', 'filtered', 'parked')),
  rank         INTEGER NOT NULL,
  place        BIGINT,
  due          BIGINT,
  lease_until  BIGINT,
  sequence     BIGINT,
  attempts     INTEGER NOT NULL,
  tries        INTEGER NOT NULL,
  replay       INTEGER NOT NULL,
  accepted_at  BIGINT NOT NULL,
  held_until   BIGINT,
  delivered_at BIGINT,
  reason       TEXT
);
-- Serves: what became of one delivery (attempts of a delivery, late reports).
CREATE UNIQUE INDEX delivery_named ON delivery (id);
-- Serves: a story's deliveries, and what a newer version supersedes.
CREATE UNIQUE INDEX delivery_of_story ON delivery (story_id, partner_id, version_id);
-- Serves: the next ready ones of a lane, a partner's backlog and its age.
CREATE INDEX delivery_waiting ON delivery (partner_id, place, accepted_at) WHERE state = 'pending';
-- Serves: whose time has come (retries and embargoes).
CREATE INDEX delivery_due ON delivery (due) WHERE due IS NOT NULL;
-- Serves: a partner's deliveries by time (replay, the partner's page).
CREATE INDEX delivery_by_time ON delivery (partner_id, accepted_at);
-- Serves: counting and replaying what waits for a person.
CREATE INDEX delivery_aside ON delivery (partner_id, state) WHERE state IN ('held', 'parked');

-- One row per HTTP exchange; number counts the exchanges of a delivery from 1.
CREATE TABLE attempt (
  delivery_id BIGINT NOT NULL,
  number      INTEGER NOT NULL,
  at          BIGINT NOT NULL,
  took_micros BIGINT NOT NULL,
  status      INTEGER NOT NULL,
  excerpt     TEXT,
  error       TEXT,
  outcome     TEXT NOT NULL,
  PRIMARY KEY (delivery_id, number)
) ${clustered};

-- One row per partner ever heard of.
CREATE TABLE partner_state (
  partner_id    ${key} PRIMARY KEY,
  name          TEXT NOT NULL UNIQUE,
  paused        INTEGER NOT NULL DEFAULT 0,
  disabled      INTEGER NOT NULL DEFAULT 0,
  reason        TEXT,
  next_sequence BIGINT NOT NULL DEFAULT 1,
  resting_until BIGINT,
  probe         INTEGER NOT NULL DEFAULT 0,
  rest_reason   TEXT
);

-- Numbers whose delivery was attempted, never acknowledged, and superseded by a version that the
-- partner does not get: the next claim takes them, so that no gap stays.
CREATE TABLE free_sequence (
  partner_id BIGINT NOT NULL,
  sequence   BIGINT NOT NULL,
  PRIMARY KEY (partner_id, sequence)
) ${clustered};

-- Which current versions list which uri as related; serves: who lists a killed story.
CREATE TABLE related_link (
  target_uri TEXT NOT NULL,
  story_id   BIGINT NOT NULL,
  PRIMARY KEY (target_uri, story_id)
) ${clustered};

-- Stories that were imported into the archive; content is JSON. A changed story gets a new row key.
CREATE TABLE archive_story (
  archive_id ${key} PRIMARY KEY,
  uri        TEXT NOT NULL,
  digest     ${bytes} NOT NULL,
  content    ${bytes} NOT NULL
);
-- Serves: is it known already.
CREATE UNIQUE INDEX archive_story_uri ON archive_story (uri);
