// Checks an object against one of the reduced schemas in schemas/: types, required members, choices, and no member that is not listed.
import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "schemas");
const files = new Map([["ceph.rook.io", "ceph.rook.io.json"]]);

/** The problems of a manifest, or null when its API group has no reduced schema. */
export function problemsOf(manifest) {
  const file = files.get(String(manifest.apiVersion).split("/")[0]);
  if (file === undefined) return null;
  const { definitions, kinds } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  const schema = kinds[`${manifest.apiVersion}/${manifest.kind}`];
  if (schema === undefined) return [`${manifest.apiVersion} ${manifest.kind} is not a kind of schemas/${file}`];
  const problems = [];
  check(manifest, schema, "data", definitions, problems);
  return problems;
}

function check(value, schema, path, definitions, problems) {
  if (schema.$ref) return check(value, definitions[schema.$ref.split("/").at(-1)], path, definitions, problems);
  const types = [schema.type].flat();
  if (!types.some((type) => isOf(value, type))) {
    problems.push(`${path} must be ${types.join(" or ")}`);
  } else if (schema.enum && !schema.enum.includes(value)) {
    problems.push(`${path} must be one of ${schema.enum.map((choice) => `'${choice}'`).join(", ")}`);
  } else if (schema.type === "array") {
    value.forEach((item, index) => check(item, schema.items, `${path}/${index}`, definitions, problems));
  } else if (schema.type === "object" && !schema["x-kubernetes-preserve-unknown-fields"]) {
    for (const name of schema.required ?? []) {
      if (!Object.hasOwn(value, name)) problems.push(`${path} must have '${name}'`);
    }
    for (const [name, member] of Object.entries(value)) {
      const own = schema.properties && Object.hasOwn(schema.properties, name) ? schema.properties[name] : schema.additionalProperties;
      if (own) check(member, own, `${path}/${name}`, definitions, problems);
      else problems.push(`${path} has no member '${name}'`);
    }
  }
}

function isOf(value, type) {
  switch (type) {
    case "object": return typeof value === "object" && value !== null && !Array.isArray(value);
    case "array": return Array.isArray(value);
    case "integer": return Number.isInteger(value);
    default: return typeof value === type;
  }
}
