-- Serves: the stories that a partner was delivered, or that were left out or superseded for it,
-- newest first, where they are few among many.
CREATE INDEX delivery_settled ON delivery (partner_id, state, version_id)
  WHERE state NOT IN ('held', 'pending', 'parked');
