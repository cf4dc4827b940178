import { createHmac, timingSafeEqual } from "node:crypto";

const secrets = process.env.WIRECOPY_SECRET.trim().split(/\s+/);

/** True if the push is ours. headers: names in lower case; body: a Buffer of the raw bytes. */
export function verified(headers, body) {
  const timestamp = headers["webhook-timestamp"];
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300)) return false;
  const given = headers["webhook-signature"].split(" ").map((each) => Buffer.from(each));
  return secrets.some((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
    const digest = createHmac("sha256", key)
      .update(`${headers["webhook-id"]}.${timestamp}.`)
      .update(body)
      .digest("base64");
    const right = Buffer.from("v1," + digest);
    return given.some((each) => each.length === right.length && timingSafeEqual(each, right));
  });
}
