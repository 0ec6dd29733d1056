// Plain objects from and to the messages of the official Node SDK.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
export const analyzer = require("@pulumi/pulumi/proto/analyzer_pb.js");
export const { AnalyzerClient } = require("@pulumi/pulumi/proto/analyzer_grpc_pb.js");
export const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb.js");

export function stackRequest(stack) {
  const request = new analyzer.AnalyzerStackConfigureRequest();
  request.setStack(stack.name);
  request.setProject(stack.project);
  request.setOrganization(stack.organization ?? "organization");
  request.setDryRun(stack.dryRun ?? true);
  request.setConfigSecretKeysList(stack.secretKeys ?? []);
  Object.entries(stack.config ?? {}).forEach(([key, value]) => request.getConfigMap().set(key, value));
  Object.entries(stack.tags ?? {}).forEach(([key, value]) => request.getTagsMap().set(key, value));
  return request;
}

export function configureRequest(configuration) {
  const request = new analyzer.ConfigureAnalyzerRequest();
  for (const [name, { level, properties }] of Object.entries(configuration)) {
    const policy = new analyzer.PolicyConfig();
    policy.setEnforcementlevel(level);
    policy.setProperties(Struct.fromJavaScript(properties));
    request.getPolicyconfigMap().set(name, policy);
  }

  return request;
}

export function resourceRequest(resource, inStack) {
  const request = inStack ? new analyzer.AnalyzerResource() : new analyzer.AnalyzeRequest();
  request.setType(resource.type);
  request.setUrn(resource.urn);
  request.setName(resource.name);
  request.setProperties(Struct.fromJavaScript(resource.properties ?? {}));
  const options = new analyzer.AnalyzerResourceOptions();
  options.setProtect(resource.protect ?? false);
  options.setParent(resource.parent ?? "");
  options.setIgnorechangesList(resource.ignoreChanges ?? []);
  options.setAliasesList(resource.aliases ?? []);
  options.setDeletebeforereplace(true);
  options.setDeletebeforereplacedefined(true);
  options.setAdditionalsecretoutputsList(["hidden"]);
  const timeouts = new analyzer.AnalyzerResourceOptions.CustomTimeouts();
  timeouts.setCreate(60.5);
  options.setCustomtimeouts(timeouts);
  request.setOptions(options);
  const provider = new analyzer.AnalyzerProviderResource();
  provider.setType("pulumi:providers:simple");
  provider.setUrn("urn:pulumi:test::project::pulumi:providers:simple::default");
  provider.setName("default");
  provider.setProperties(Struct.fromJavaScript({ version: "1.0.0" }));
  request.setProvider(provider);
  if (inStack) {
    request.setParent(resource.parent ?? "");
    request.setDependenciesList(resource.dependencies ?? []);
    const dependencies = new analyzer.AnalyzerPropertyDependencies();
    dependencies.setUrnsList(resource.dependencies ?? []);
    request.getPropertydependenciesMap().set("value", dependencies);
  }

  return request;
}

export function stackResources(resources) {
  const request = new analyzer.AnalyzeStackRequest();
  request.setResourcesList(resources.map((resource) => resourceRequest(resource, true)));
  return request;
}

export function packInfo(info) {
  return {
    name: info.getName(),
    displayName: info.getDisplayname(),
    version: info.getVersion(),
    description: info.getDescription(),
    supportsConfig: info.getSupportsconfig(),
    initialConfig: Object.fromEntries(
      info.getInitialconfigMap().getEntryList().map(([name]) => {
        const config = info.getInitialconfigMap().get(name);
        return [name, { level: config.getEnforcementlevel(), properties: config.getProperties()?.toJavaScript() ?? {} }];
      }),
    ),
    policies: info.getPoliciesList().map((policy) => ({
      name: policy.getName(),
      displayName: policy.getDisplayname(),
      description: policy.getDescription(),
      message: policy.getMessage(),
      level: policy.getEnforcementlevel(),
      type: policy.getPolicyType(),
      severity: policy.getSeverity(),
      framework: policy.getFramework()?.toObject() ?? null,
      tags: policy.getTagsList(),
      remediationSteps: policy.getRemediationSteps(),
      url: policy.getUrl(),
      schema: policy.getConfigschema()?.getProperties()?.toJavaScript() ?? null,
      required: policy.getConfigschema()?.getRequiredList() ?? [],
    })),
  };
}

export function findings(response) {
  return {
    diagnostics: response.getDiagnosticsList().map((diagnostic) => diagnostic.toObject()),
    notApplicable: response.getNotApplicableList().map((undecided) => undecided.toObject()),
  };
}

export function remediations(response) {
  return response.getRemediationsList().map((remediation) => ({
    policy: remediation.getPolicyname(),
    packVersion: remediation.getPolicypackversion(),
    description: remediation.getDescription(),
    properties: remediation.getProperties().toJavaScript(),
  }));
}
