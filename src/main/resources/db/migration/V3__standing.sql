-- How a partner stands by its latest exchanges, so that a restart forgives nothing.
-- failing_since: when an unbroken row of failures began, or null; failing_alarms: stages told of.
-- breaker_since: when its breaker opened, or null; breaker_rest: milliseconds that it rests.
ALTER TABLE partner_state ADD COLUMN failing_since BIGINT;
ALTER TABLE partner_state ADD COLUMN failing_alarms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE partner_state ADD COLUMN breaker_since BIGINT;
ALTER TABLE partner_state ADD COLUMN breaker_rest BIGINT NOT NULL DEFAULT 0;
