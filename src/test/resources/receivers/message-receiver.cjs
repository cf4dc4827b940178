// A partner that verifies HTTP message signatures (RFC 9421) and the digest (RFC 9530) with a published package.
// Usage: node message-receiver.cjs, with PUBLIC_KEY (base64 of SPKI) in the environment; prints its port.
const http = require("node:http");
const crypto = require("node:crypto");
const { httpbis } = require("http-message-signatures");
const key = crypto.createPublicKey({
  key: Buffer.from(process.env.PUBLIC_KEY, "base64"), format: "der", type: "spki" });
const verify = async (data, signature) => crypto.verify(null, data, key, signature);

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", async () => {
    try {
      const url = `http://${request.headers.host}${request.url}`;
      const signed = await httpbis.verifyMessage(
        { keyLookup: async (p) => (p.keyid === "house-1" ? { id: p.keyid, algs: ["ed25519"], verify } : null) },
        { method: request.method, url, headers: request.headers });
      const digest = crypto.createHash("sha256").update(Buffer.concat(chunks)).digest("base64");
      const whole = request.headers["content-digest"] === `sha-256=:${digest}:`;
      response.writeHead(signed === true && whole ? 200 : 400).end(signed === true ? "digest" : "signature");
    } catch (refused) {
      response.writeHead(400).end(`signature: ${refused.message}`);
    }
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
// Ends with the test that started it, however that ends.
process.stdin.on("end", () => process.exit()).resume();
