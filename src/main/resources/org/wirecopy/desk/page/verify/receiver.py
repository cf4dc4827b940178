import base64, hashlib, hmac, os, time

SECRETS = os.environ["WIRECOPY_SECRET"].split()


def verified(headers, body):
    """True if the push is ours. headers: names in lower case; body: the raw bytes."""
    timestamp = headers["webhook-timestamp"]
    if abs(time.time() - int(timestamp)) > 300:
        return False
    signed = f"{headers['webhook-id']}.{timestamp}.".encode() + body
    given = headers["webhook-signature"].split()
    for secret in SECRETS:
        key = base64.b64decode(secret.removeprefix("whsec_"))
        digest = hmac.new(key, signed, hashlib.sha256).digest()
        right = "v1," + base64.b64encode(digest).decode()
        if any(hmac.compare_digest(right.encode(), each.encode()) for each in given):
            return True
    return False
