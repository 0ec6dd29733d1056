// Plays the engine's part against a policy pack, in the order of pulumi/pulumi pkg/resource/plugin/analyzer_plugin.go. Takes a scenario as JSON on standard input,
// and prints what the pack answered as JSON.
import grpc from "@grpc/grpc-js";
import { text } from "node:stream/consumers";
import { reconcile } from "./configuration.mjs";
import * as messages from "./messages.mjs";
import { startPack } from "./pack.mjs";

const scenario = JSON.parse(await text(process.stdin));
const result = { step: "start", analyses: {}, remediations: {} };
const engine = new grpc.Server();
const enginePort = await new Promise((resolve, reject) =>
  engine.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port))),
);
let pack;
let client;
try {
  pack = await startPack(scenario.start, `127.0.0.1:${enginePort}`);
  client = new messages.AnalyzerClient(`127.0.0.1:${pack.port}`, grpc.credentials.createInsecure(), { "grpc.max_receive_message_length": 400 * 1024 * 1024 });
  await converse();
} catch (error) {
  result.failure = { step: result.step, code: error.code ?? null, message: error.details ?? error.message };
} finally {
  await finish();
}

async function converse() {
  await handshake();
  if (scenario.stack) {
    await call("configureStack", messages.stackRequest(scenario.stack));
  }

  result.pluginVersion = (await call("getPluginInfo", new messages.Empty())).getVersion();
  result.info = messages.packInfo(await call("getAnalyzerInfo", new messages.Empty()));
  const { configuration, errors } = reconcile(result.info, scenario.configuration);
  if (errors.length > 0) {
    result.schemaErrors = errors;
    return;
  }

  await call("configure", messages.configureRequest(configuration));
  const corrected = [];
  for (const resource of scenario.resources ?? []) {
    const remediations = messages.remediations(await call("remediate", messages.resourceRequest(resource)));
    const goal = { ...resource, properties: remediations.at(-1)?.properties ?? resource.properties };
    result.remediations[resource.urn] = remediations;
    result.analyses[resource.urn] = messages.findings(await call("analyze", messages.resourceRequest(goal)));
    corrected.push(goal);
  }

  result.stack = messages.findings(await call("analyzeStack", messages.stackResources(corrected)));
}

// The engine tries again each 10 ms while the pack is not reachable, for 10 s at most.
async function handshake() {
  const request = new messages.analyzer.AnalyzerHandshakeRequest();
  request.setEngineAddress(`127.0.0.1:${enginePort}`);
  request.setRootDirectory(scenario.directory ?? "");
  request.setProgramDirectory(scenario.directory ?? "");
  for (const end = Date.now() + 10_000; ;) {
    try {
      return await call("handshake", request);
    } catch (error) {
      if (error.code !== grpc.status.UNAVAILABLE || Date.now() > end) {
        throw error;
      }

      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

function call(method, request) {
  result.step = method;
  return new Promise((resolve, reject) => client[method](request, (error, response) => (error ? reject(error) : resolve(response))));
}

async function finish() {
  if (client) {
    await call("cancel", new messages.Empty()).catch((error) => (result.cancelFailure = error.details));
    client.close();
    result.exitCode = await pack.ended(15_000);
  }

  result.output = pack?.output() ?? "";
  result.errors = pack?.errors() ?? "";
  pack?.kill();
  engine.forceShutdown();
  console.log(JSON.stringify(result));
}
