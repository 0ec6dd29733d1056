// Validates every manifest of the folder given as argument: values against the published schemas of Kubernetes and of the operators
// (kubernetes-models, @kubernetes-models/*), and members against the published types, where an unknown one is an error (TypeScript's
// excess property check). Rook publishes neither, so its kinds are checked by a reduced schema of our own, with the same strictness.
// Prints one JSON array of "file: problem"; YAML is read as kubectl does, by version 1.1.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { parse } from "yaml";
import { problemsOf } from "./reduced-schema.mjs";

// Groups whose kinds are in a package of their own; all others are Kubernetes' own.
const packages = new Map([
  ["keda.sh", "@kubernetes-models/keda"],
  ["monitoring.coreos.com", "@kubernetes-models/prometheus-operator"],
  ["cert-manager.io", "@kubernetes-models/cert-manager"],
  ["karpenter.sh", "@kubernetes-models/karpenter"],
  ["karpenter.k8s.aws", "@kubernetes-models/karpenter"],
]);

const folder = process.argv[2];
const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const problems = [];
const sources = new Map();

for (const file of readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort()) {
  const manifest = parse(readFileSync(join(folder, file), "utf8"), { version: "1.1", strict: true });
  const { apiVersion, kind } = manifest;
  const reduced = problemsOf(manifest);
  if (reduced !== null) {
    problems.push(...reduced.map((problem) => `${file}: ${problem}`));
    continue;
  }
  const module = `${packages.get(String(apiVersion).split("/")[0]) ?? "kubernetes-models"}/${apiVersion}/${kind}`;
  let model;
  try {
    model = (await import(module))[kind];
  } catch {
    problems.push(`${file}: ${apiVersion} ${kind} is not a kind of Kubernetes or of the operators in use`);
    continue;
  }
  try {
    new model(manifest).validate();
  } catch (error) {
    problems.push(`${file}: ${error.message}`);
  }
  const source = `import type { I${kind} } from "${module}";\nexport const manifest: I${kind} = ${JSON.stringify(manifest, null, 1)};\n`;
  sources.set(join(here, `${file}.ts`), { file, source });
}

if (sources.size > 0) {
  const options = { noEmit: true, strict: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => sources.has(path) || fileExists(path);
  host.readFile = (path) => sources.get(path)?.source ?? readFile(path);
  const program = ts.createProgram([...sources.keys()], options, host);
  for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
    const text = ts.flattenDiagnosticMessageText(diagnostic.messageText, " ");
    problems.push(`${sources.get(diagnostic.file?.fileName)?.file ?? "types"}: ${text}`);
  }
}

console.log(JSON.stringify(problems));
