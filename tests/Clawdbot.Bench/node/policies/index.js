// Ten rules of the policy pack, written for the official @pulumi/policy. The bench compares what both sides report, so they must agree.
"use strict";
const { PolicyPack } = require("@pulumi/policy");

const templates = { Deployment: ["spec", "template"], StatefulSet: ["spec", "template"], DaemonSet: ["spec", "template"], Job: ["spec", "template"], Pod: [] };

function pod(args) {
  if (!args.type.startsWith("kubernetes:")) return undefined;
  const path = templates[args.props.kind];
  return path && path.reduce((place, key) => place?.[key], args.props)?.spec;
}

function containers(spec) {
  return [...(spec.initContainers ?? []), ...(spec.containers ?? []), ...(spec.ephemeralContainers ?? [])];
}

function rule(name, check) {
  return {
    name,
    description: name,
    enforcementLevel: "mandatory",
    validateResource: (args, report) => {
      const spec = pod(args);
      if (spec) check(spec, report);
    },
  };
}

const perContainer = (name, check) => rule(name, (spec, report) => containers(spec).forEach((container) => check(container, report, spec)));

function reference(image) {
  const [name, digest] = image.split("@");
  const colon = name.lastIndexOf(":");
  return { tag: colon > name.lastIndexOf("/") ? name.slice(colon + 1) : "", digest };
}

new PolicyPack("clawdbot-peer", {
  policies: [
    perContainer("pod-privileged", (c, report) => {
      if (c.securityContext?.privileged === true) report(`privileged of ${c.name}`);
    }),
    rule("pod-host-namespaces", (spec, report) => {
      for (const key of ["hostNetwork", "hostPID", "hostIPC"]) if (spec[key] === true) report(key);
    }),
    rule("pod-host-path", (spec, report) => {
      for (const volume of spec.volumes ?? []) if (volume.hostPath) report(`hostPath of ${volume.name}`);
    }),
    perContainer("pod-privilege-escalation", (c, report) => {
      if (c.securityContext?.allowPrivilegeEscalation !== false) report(`allowPrivilegeEscalation of ${c.name}`);
    }),
    rule("pod-run-as-non-root", (spec, report) => {
      const inherited = spec.securityContext?.runAsNonRoot;
      if (inherited === false) report("runAsNonRoot");
      for (const c of containers(spec)) {
        const own = c.securityContext?.runAsNonRoot;
        if (own === false || (own === undefined && inherited === undefined)) report(`runAsNonRoot of ${c.name}`);
      }
    }),
    perContainer("pod-capabilities-restricted", (c, report) => {
      if (!(c.securityContext?.capabilities?.drop ?? []).includes("ALL")) report(`drop of ${c.name}`);
    }),
    perContainer("container-image-tag", (c, report) => {
      const { tag, digest } = reference(c.image);
      if (!digest && (tag === "" || tag === "latest")) report(`image of ${c.name}`);
    }),
    perContainer("container-resource-limits", (c, report) => {
      if (!c.resources?.limits?.memory) report(`memory of ${c.name}`);
    }),
    perContainer("container-read-only-root", (c, report) => {
      if (c.securityContext?.readOnlyRootFilesystem !== true) report(`readOnlyRootFilesystem of ${c.name}`);
    }),
    perContainer("container-liveness-probe", (c, report) => {
      if (!c.livenessProbe) report(`livenessProbe of ${c.name}`);
    }),
  ],
});
