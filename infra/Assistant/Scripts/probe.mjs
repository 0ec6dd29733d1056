// Succeeds when OpenClaw answers PATH with status 200 and a JSON body that says what is expected.
//   node probe.mjs PATH STATUS [PORT]
// The status code alone proves nothing: with the control page on, unknown paths are answered with 200 and a page.
import http from "node:http";

const [path, expected, port = "18789"] = process.argv.slice(2);
const limitMs = 4000;
const limitBytes = 65536;

function finish(failure) {
  if (failure) console.error(`${path}: ${failure}`);
  process.exit(failure ? 1 : 0);
}

// Covers the whole exchange; a socket timeout would start again with each byte.
setTimeout(() => finish(`no answer within ${limitMs} ms`), limitMs);
const request = http.get({ host: "127.0.0.1", port: Number(port), path, agent: false }, (response) => {
  let body = "";
  response.setEncoding("utf8");
  response.on("data", (part) => {
    body += part;
    if (body.length > limitBytes) finish("the body is too long for a probe");
  });
  response.on("end", () => {
    if (response.statusCode !== 200) return finish(`status ${response.statusCode}`);
    let answer;
    try {
      answer = JSON.parse(body);
    } catch {
      return finish("the body is not JSON");
    }
    if (answer?.ok !== true || answer.status !== expected) return finish(`the body does not say "${expected}"`);
    finish();
  });
});
request.on("error", (error) => finish(error.code ?? "connection failed"));
