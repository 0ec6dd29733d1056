// What the engine makes of a policy pack's configuration: defaults from the pack, then the pack's own, then the user's file; checked against the JSON schemas.
import { Ajv } from "ajv";

const levels = ["advisory", "mandatory", "disabled", "remediate"];

export function reconcile(info, file) {
  const result = {};
  for (const policy of info.policies) {
    const properties = Object.entries(policy.schema ?? {}).filter(([, schema]) => "default" in schema);
    result[policy.name] = { level: policy.level, properties: Object.fromEntries(properties.map(([name, schema]) => [name, schema.default])) };
  }

  apply(result, info.initialConfig);
  apply(result, parse(file ?? {}));
  return { configuration: result, errors: validate(info, result) };
}

function parse(file) {
  return Object.fromEntries(
    Object.entries(file).map(([name, value]) => {
      const { enforcementLevel, ...properties } = typeof value === "string" ? { enforcementLevel: value } : value;
      return [name, { level: enforcementLevel === undefined ? undefined : levels.indexOf(enforcementLevel), properties }];
    }),
  );
}

function apply(result, config) {
  if (config.all?.level !== undefined) {
    Object.values(result).forEach((policy) => (policy.level = config.all.level));
  }

  // Names that no policy has are passed on, "all" among them.
  for (const [name, { level, properties }] of Object.entries(config)) {
    const before = result[name] ?? { level: 0, properties: {} };
    result[name] = { level: level ?? before.level, properties: { ...before.properties, ...properties } };
  }
}

function validate(info, configuration) {
  const ajv = new Ajv({ allErrors: true });
  return info.policies
    .filter((policy) => policy.schema)
    .flatMap((policy) => {
      const check = ajv.compile({ type: "object", properties: policy.schema, required: policy.required });
      return check(configuration[policy.name].properties) ? [] : check.errors.map((error) => `${policy.name}${error.instancePath} ${error.message}`);
    });
}
