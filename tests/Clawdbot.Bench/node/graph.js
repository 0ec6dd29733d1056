"use strict";
// The peer of Graph.cs: the same objects, planned by the official Node SDK. Change both together; the bench compares their digests.
const crypto = require("node:crypto");
const fs = require("node:fs");
const pulumi = require("@pulumi/pulumi");

/** JSON with sorted keys and without absent members: the same text for the same inputs on both sides. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const keys = Object.keys(value).filter((key) => value[key] !== undefined && value[key] !== null).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
  }
  return JSON.stringify(value);
}

/** Echoes the inputs as the object's state and keeps count; the digest is an XOR, so the order of registration does not matter. */
class CountingMocks {
  constructor(withDigest) {
    this.count = 0;
    this.digest = withDigest ? Buffer.alloc(32) : undefined;
  }

  newResource(args) {
    if (args.type === "pulumi:pulumi:Stack") return { id: undefined, state: {} }; // The .NET mocks never see the stack.
    this.count++;
    if (this.digest) {
      const hash = crypto.createHash("sha256").update(`${args.type}|${args.name}|${canonical(args.inputs)}`).digest();
      for (let i = 0; i < hash.length; i++) this.digest[i] ^= hash[i];
    }
    return { id: `${args.name}_id`, state: args.inputs };
  }

  call(args) {
    throw new Error(`The graph makes no calls, but '${args.token}' was called.`);
  }
}

function createApplication(k8s, index) {
  const name = `app-${index}`;
  const labels = { "app.kubernetes.io/name": name, "app.kubernetes.io/part-of": "bench" };
  const settings = new k8s.core.v1.ConfigMap(`${name}-settings`, {
    metadata: { name: `${name}-settings`, namespace: "bench", labels },
    data: { "settings.json": `{"name":"${name}","replicas":${1 + (index % 5)}}`, "log-level": "info" },
  });
  const deployment = new k8s.apps.v1.Deployment(name, {
    metadata: { name, namespace: "bench", labels },
    spec: {
      replicas: 1 + (index % 5),
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [{
            name: "server",
            image: "registry.example/server:1.0.0",
            args: ["--port", "8080", pulumi.interpolate`--settings=/etc/${settings.metadata.name}/settings.json`],
            env: [
              { name: "NAME", value: name },
              { name: "LOG_LEVEL", valueFrom: { configMapKeyRef: { name: settings.metadata.name, key: "log-level" } } },
            ],
            ports: [{ name: "http", containerPort: 8080 }],
            resources: { requests: { cpu: "250m", memory: "256Mi" }, limits: { memory: "512Mi" } },
            readinessProbe: { httpGet: { path: "/ready", port: "http" }, periodSeconds: 5, failureThreshold: 3 },
            volumeMounts: [{ name: "settings", mountPath: "/etc/settings", readOnly: true }],
          }],
          volumes: [{ name: "settings", configMap: { name: settings.metadata.name } }],
        },
      },
    },
  });
  new k8s.core.v1.Service(name, {
    metadata: { name: deployment.metadata.name, namespace: "bench", labels },
    spec: { selector: labels, ports: [{ name: "http", port: 80, targetPort: "http" }] },
  });
}

async function main() {
  const [applications, mode] = [Number(process.argv[2]), process.argv[3]];
  if (!Number.isInteger(applications) || applications < 1 || (mode !== undefined && mode !== "digest")) {
    throw new Error("usage: node graph.js <applications> [digest]");
  }
  const mocks = new CountingMocks(mode === "digest");
  await pulumi.runtime.setMocks(mocks, "project", "stack", true, "organization");
  // Loaded after the mocks, as the official testing guide asks.
  const k8s = require("@pulumi/kubernetes");
  await pulumi.runtime.runInPulumiStack(async () => {
    for (let index = 0; index < applications; index++) createApplication(k8s, index);
  });
  await pulumi.runtime.disconnect();
  const peak = /^VmHWM:\s+(\d+) kB$/m.exec(fs.readFileSync("/proc/self/status", "utf8"))[1];
  process.stdout.write(`${JSON.stringify({ resources: mocks.count, digest: mocks.digest?.toString("hex") ?? null, peakKiB: Number(peak) })}\n`);
}

main().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
