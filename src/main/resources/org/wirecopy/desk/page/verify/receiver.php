<?php
/** True if the push is ours. $headers: names in lower case; $body: file_get_contents("php://input"). */
function verified(array $headers, string $body): bool {
    $timestamp = $headers["webhook-timestamp"];
    if (abs(time() - (int) $timestamp) > 300) {
        return false;
    }
    foreach (preg_split('/\s+/', trim(getenv("WIRECOPY_SECRET"))) as $secret) {
        $key = base64_decode(substr($secret, strlen("whsec_")));
        $signed = $headers["webhook-id"] . "." . $timestamp . "." . $body;
        $right = "v1," . base64_encode(hash_hmac("sha256", $signed, $key, true));
        foreach (explode(" ", $headers["webhook-signature"]) as $given) {
            if (hash_equals($right, $given)) {
                return true;
            }
        }
    }
    return false;
}
