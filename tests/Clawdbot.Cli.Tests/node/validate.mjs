// Validates every manifest of the folder given as argument: values against the published Kubernetes schemas
// (kubernetes-models), and members against the published types, where an unknown one is an error (TypeScript's
// excess property check). Prints one JSON array of "file: problem"; YAML is read as kubectl does, by version 1.1.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { parse } from "yaml";

const folder = process.argv[2];
const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const problems = [];
const sources = new Map();

for (const file of readdirSync(folder).filter((name) => name.endsWith(".yaml")).sort()) {
  const manifest = parse(readFileSync(join(folder, file), "utf8"), { version: "1.1", strict: true });
  const { apiVersion, kind } = manifest;
  let model;
  try {
    model = (await import(`kubernetes-models/${apiVersion}/${kind}`))[kind];
  } catch {
    problems.push(`${file}: ${apiVersion} ${kind} is not a kind of Kubernetes`);
    continue;
  }
  try {
    new model(manifest).validate();
  } catch (error) {
    problems.push(`${file}: ${error.message}`);
  }
  const source = `import type { I${kind} } from "kubernetes-models/${apiVersion}/${kind}";\nexport const manifest: I${kind} = ${JSON.stringify(manifest, null, 1)};\n`;
  sources.set(join(here, `${file}.ts`), { file, source });
}

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

console.log(JSON.stringify(problems));
