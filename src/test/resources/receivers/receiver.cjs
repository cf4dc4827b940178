// A partner as its engineers would write it: verifies each push with a published package.
// Usage: node receiver.cjs PACKAGE, with WEBHOOK_SECRET in the environment; prints its port.
const http = require("node:http");
const { Webhook } = require(process.argv[2]);
const webhook = new Webhook(process.env.WEBHOOK_SECRET);

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => {
    try {
      const story = webhook.verify(Buffer.concat(chunks).toString("utf8"), request.headers);
      response.end(story.headline);
    } catch (refused) {
      response.writeHead(400).end(String(refused.message));
    }
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
// Ends with the test that started it, however that ends.
process.stdin.on("end", () => process.exit()).resume();
