namespace Clawdbot.Cli.Tests.Checks;

/// <summary>What can be broken in the graph of prod, rule by rule.</summary>
internal static class Breakages
{
    private const string Workloads = "Deployment StatefulSet Job CronJob";
    private const string Servers = "Deployment StatefulSet";
    private const string Router = "data[\"router.json\"]#.";
    private const string AccessTier = "data[\"access-tier.json\"]#.";
    private const string OpenClaw = "data[\"openclaw.json\"]#.";
    private const string Context = "pod.containers[*].securityContext.";

    /// <summary>The rows.</summary>
    public static IReadOnlyList<Breakage> All { get; } = [.. Pods(), .. Kubernetes(), .. Serving(), .. Production(), .. Assistant(), .. Gateway(), .. Data(), .. Aws()];

    /// <summary>Rules about which prod has nothing that could break.</summary>
    public static IReadOnlyDictionary<string, string> NotInProd { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["efs-encryption"] = "no EFS",
        ["fsx-encryption"] = "no FSx",
        ["load-balancer-tls"] = "the gateway ends TLS itself",
        ["s3-encryption"] = "the bucket belongs to somebody else",
        ["s3-public"] = "the bucket belongs to somebody else",
        ["sqs-encryption"] = "no queue",
        ["ingress-tls"] = "no Ingress",
        ["secret-literal"] = "every Secret is one to Pulumi",
        ["rbac-cluster-admin"] = "no RBAC objects",
        ["rbac-escalation"] = "no RBAC objects",
        ["rbac-secrets"] = "no RBAC objects",
        ["rbac-wildcards"] = "no RBAC objects",
        ["vllm-model-mount"] = "weights are read-only twice: in the volume and in the mount",
        ["workload-network-policy"] = "every pod has a policy of its own besides that of its namespace",
        ["workload-spread"] = "pods are spread twice: by constraints and by anti-affinity",
        ["workload-bare-pod"] = "no bare pod",
        ["waiver-expired"] = "about waivers",
        ["waiver-unused"] = "about waivers",
    };

    private static IEnumerable<Breakage> Pods() =>
    [
        new("pod-privileged", Workloads, Context + "privileged", "true"),
        new("pod-apparmor-profile", Workloads, Context + "appArmorProfile", "{ type: Unconfined }"),
        new("pod-capabilities-baseline", Workloads, Context + "capabilities.add", "[SYS_ADMIN]"),
        new("pod-capabilities-restricted", Workloads, Context + "capabilities.drop", "[NET_RAW]"),
        new("pod-capabilities-restricted", Workloads, Context + "capabilities"),
        new("pod-host-namespaces", Workloads, "pod.hostNetwork", "true"),
        new("pod-host-namespaces", Workloads, "pod.hostPID", "true"),
        new("pod-host-path", Workloads, "pod.volumes[*]", "{ name: host, hostPath: { path: /etc } }"),
        new("pod-volume-types", Workloads, "pod.volumes[*]", "{ name: host, nfs: { server: a, path: / } }"),
        new("pod-host-ports", Servers, "pod.containers[*].ports[*].hostPort", "8080"),
        new("pod-privilege-escalation", Workloads, Context + "allowPrivilegeEscalation", "true"),
        new("pod-privilege-escalation", Workloads, Context + "allowPrivilegeEscalation"),
        new("pod-probe-host", Servers, "pod.containers[*].readinessProbe.httpGet.host", "169.254.169.254"),
        new("pod-proc-mount", Workloads, Context + "procMount", "Unmasked"),
        new("pod-proc-mount-restricted", Workloads, Context + "procMount", "Unmasked"),
        new("pod-run-as-non-root", Workloads, Context + "runAsNonRoot", "false"),
        new("pod-run-as-non-root", Workloads, "pod.securityContext.runAsNonRoot", "false"),
        new("pod-run-as-user", Workloads, "pod.securityContext.runAsUser", "0"),
        new("pod-seccomp-baseline", Workloads, Context + "seccompProfile.type", "Unconfined"),
        new("pod-seccomp-restricted", Workloads, Context + "seccompProfile.type", "Unconfined"),
        new("pod-selinux-options", Workloads, "pod.securityContext.seLinuxOptions", "{ type: spc_t }"),
        new("pod-sysctls", Workloads, "pod.securityContext.sysctls", "[{ name: kernel.msgmax, value: '1' }]"),
        new("pod-windows-host-process", Workloads, "pod.securityContext.windowsOptions", "{ hostProcess: true }"),
        new("namespace-pod-security", "Namespace", "metadata.labels[\"pod-security.kubernetes.io/enforce\"]"),
        new("namespace-pod-security", "Namespace", "metadata.labels[\"pod-security.kubernetes.io/enforce\"]", "privileged", "namespaces-clawdbot"),
    ];

    private static IEnumerable<Breakage> Kubernetes() =>
    [
        new("container-resource-requests", Workloads, "pod.containers[*].resources"),
        new("container-resource-limits", Workloads, "pod.containers[*].resources.limits.memory"),
        new("container-liveness-probe", Servers, "pod.containers[*].livenessProbe"),
        new("container-readiness-probe", Servers, "pod.containers[*].readinessProbe"),
        new("container-probes-identical", Servers, "pod.containers[*]", "{ name: a, image: 'a:1', livenessProbe: { tcpSocket: { port: 1 } }, readinessProbe: { tcpSocket: { port: 1 } } }"),
        new("container-image-tag", Workloads, "pod.containers[*].image", "registry.example.com/a:latest"),
        new("container-image-tag", Workloads, "pod.containers[*].image", "registry.example.com/a"),
        new("container-image-digest", Workloads, "pod.initContainers[*].image", "registry.example.com/a:9.9.9"),
        new("container-image-reference", Workloads, "pod.containers[*].image", "'Not An Image'"),
        new("container-read-only-root", Workloads, Context + "readOnlyRootFilesystem", "false"),
        new("container-secret-env", Workloads, "pod.containers[*].env[*]", "{ name: API_TOKEN, value: hf_AbCdEfGhIjKlMnOpQrStUvWxYz012345 }"),
        new("container-duplicate-env", Workloads, "pod.containers[*].env", "[{ name: A, value: '1' }, { name: A, value: '2' }]"),
        new("container-pull-policy", Workloads, "pod.containers[*].imagePullPolicy", "Never"),
        new("workload-namespace", "Deployment StatefulSet Job CronJob Service ConfigMap ServiceAccount", "metadata.namespace", "default"),
        new("workload-service-account", Workloads, "pod.serviceAccountName"),
        new("workload-token-automount", Workloads, "pod.automountServiceAccountToken", "true"),
        new("workload-disruption-budget", "PodDisruptionBudget", "", null, "qwen"),
        new("workload-disruption-budget", "PodDisruptionBudget", "", null, "gateway"),
        new("disruption-budget-satisfiable", "PodDisruptionBudget", "spec.maxUnavailable", "0"),
        new("workload-selector", Servers, "spec.selector.matchLabels[\"app.kubernetes.io/name\"]", "other"),
        new("workload-rollout", "Deployment", "spec.strategy.rollingUpdate", "{ maxSurge: 0, maxUnavailable: 0 }", "qwen"),
        new("autoscaler-replicas", "Deployment", "spec.replicas", "2", "gateway"),
        new("autoscaler-minimum", "HorizontalPodAutoscaler", "spec.maxReplicas", "1"),
        new("autoscaler-redundancy", "HorizontalPodAutoscaler", "spec.minReplicas", "1"),
        new("api-version-removed", "PodDisruptionBudget", "apiVersion", "policy/v1beta1"),
        new("job-ttl", "Job", "spec.ttlSecondsAfterFinished"),
        new("job-deadline", "Job", "spec", "{ template: { spec: { restartPolicy: Never, containers: [{ name: a }] } } }"),
        new("network-policy-open", "NetworkPolicy", "spec.ingress", "[{}]", "qwen"),
        new("network-policy-selects", "NetworkPolicy", "spec.podSelector.matchLabels[\"app.kubernetes.io/instance\"]", "nobody", "qwen"),
        new("service-selector", "Service", "spec.selector", "{ app.kubernetes.io/name: nobody }", "qwen"),
        new("service-selector", "Service", "spec.ports[*].targetPort", "nowhere", "qwen"),
        new("service-exposure", "Service", "spec.type", "NodePort", "qwen"),
        new("config-map-secrets", "ConfigMap", "data", "{ key: \"-----BEGIN PRIVATE KEY-----\\nMIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgAbCdEfGhIjKlMnOp\\n-----END PRIVATE KEY-----\" }"),
        new("volume-claim-retention", "StatefulSet", "spec.persistentVolumeClaimRetentionPolicy.whenDeleted", "Delete"),
        new("volume-claim-size", "PersistentVolumeClaim", "spec.resources"),
        new("empty-dir-limit", "Deployment", "pod.volumes[*]", "{ name: tmp, emptyDir: {} }"),
    ];

    private static IEnumerable<Breakage> Serving() =>
    [
        new("vllm-flag-unknown", "Deployment", "pod.containers[*].args --max-num-seqs", "--batch-max-tokens=8"),
        new("vllm-flag-removed", "Deployment", "pod.containers[*].args --enable-prefix-caching", "--disable-log-requests"),
        new("vllm-quantization", "Deployment", "pod.containers[*].args --enable-prefix-caching", "--quantization=fp16"),
        new("vllm-dtype", "Deployment", "pod.containers[*].args --dtype", "--dtype=fp12"),
        new("vllm-context", "Deployment", "pod.containers[*].args --max-model-len", "--max-model-len=1000000"),
        new("vllm-batch", "Deployment", "pod.containers[*].args --max-num-batched-tokens", "--max-num-batched-tokens=1"),
        new("vllm-gpu-memory", "Deployment", "pod.containers[*].args --gpu-memory-utilization", "--gpu-memory-utilization=0.99"),
        new("vllm-shutdown-timeout", "Deployment", "pod.containers[*].args --shutdown-timeout"),
        new("vllm-grace-period", "Deployment", "pod.terminationGracePeriodSeconds", "30", "qwen"),
        new("vllm-tensor-parallel", "Deployment", "pod.containers[*].args --tensor-parallel-size", "--tensor-parallel-size=4"),
        new("vllm-shared-memory", "Deployment", "pod.volumes[3]", "{ name: shm, emptyDir: { sizeLimit: 2Gi } }", "qwen3"),
        new("vllm-api-key-argument", "Deployment", "pod.containers[*].args --enable-prefix-caching", "--api-key=abc"),
        new("vllm-authentication", "Deployment", "pod.containers[*].env", "[]", "qwen"),
        new("vllm-development-mode", "Deployment", "pod.containers[*].env", "[{ name: VLLM_SERVER_DEV_MODE, value: '1' }]", "qwen"),
        new("vllm-prompt-logging", "Deployment", "pod.containers[*].args --enable-prefix-caching", "--enable-log-outputs"),
        new("vllm-listen-address", "Deployment", "pod.containers[*].args --host", "--host=127.0.0.1"),
        new("vllm-startup-probe", "Deployment", "pod.containers[*].startupProbe", null, "qwen"),
        new("vllm-gpu-scheduling", "Deployment", "pod.tolerations", "[]", "qwen"),
        new("vllm-trust-remote-code", "Deployment", "pod.containers[*].args --enable-prefix-caching", "--trust-remote-code"),
        new("vllm-model-revision", "Deployment", "pod.containers[*].args", "[org/model]", "qwen"),
    ];

    private static IEnumerable<Breakage> Production() =>
    [
        new("production-01-reachable", "Deployment", "pod.containers[*].args --host", "--host=127.0.0.1"),
        new("production-02-model-list", "ConfigMap", Router + "models[*].name", "\"other\""),
        new("production-03-gpu-memory", "Deployment", "pod.containers[*].args --gpu-memory-utilization", "--gpu-memory-utilization=0.9"),
        new("production-04-nodes-registered", "ConfigMap", Router + "pools[*].name", "\"other\""),
        new("production-05-load-test", "CronJob", "", null, "load-test"),
        new("production-06-latency-objective", "ConfigMap", Router + "pools[*].targetMilliseconds", "9000"),
        new("production-07-context", "ConfigMap", OpenClaw + "models.providers.vllm.models[*].contextWindow", "200000"),
        new("production-07-context", "ConfigMap", Router + "pools[*].contextTokens", "200000"),
        new("production-08-jwt", "ConfigMap", AccessTier + "tokens.issuers[*].algorithms", "[\"none\"]"),
        new("production-09-etcd", "StatefulSet", "spec.replicas", "2", "etcd"),
        new("production-10-model-storage", "Deployment", "pod.containers[*].volumeMounts[0].readOnly", "false", "qwen"),
        new("production-11-repair-script", "Deployment", "pod.volumes[1].configMap.defaultMode", "292", "gateway"),
        new("production-12-router-up", "ServiceMonitor", "", null, "scrape-clawdbot"),
    ];

    private static IEnumerable<Breakage> Assistant() =>
    [
        new("assistant-configuration-keys", "ConfigMap", OpenClaw + "gateway.maxConcurrentRequests", "32"),
        new("assistant-single-replica", "Deployment", "spec.replicas", "2", "assistant"),
        new("assistant-bind", "ConfigMap", OpenClaw + "gateway.bind", "\"0.0.0.0\""),
        new("assistant-authentication", "ConfigMap", OpenClaw + "gateway.auth.mode", "\"none\""),
        new("assistant-release", "Deployment", "pod.containers[*].image", "ghcr.io/openclaw/openclaw:2026.1.24", "assistant"),
        new("assistant-imessage", "ConfigMap", OpenClaw + "channels", "{ \"imessage\": { \"enabled\": true } }"),
        new("assistant-direct-messages", "ConfigMap", OpenClaw + "channels", "{ \"telegram\": { \"enabled\": true, \"dmPolicy\": \"open\", \"allowFrom\": [\"*\"] } }"),
        new("assistant-tools", "ConfigMap", OpenClaw + "tools.exec"),
        new("assistant-control-ui", "ConfigMap", OpenClaw + "gateway.controlUi", "{ \"enabled\": true, \"allowedOrigins\": [\"*\"] }"),
        new("assistant-configuration-mount", "Deployment", "pod.containers[*].volumeMounts", "[{ name: configuration, mountPath: /home/node/.openclaw/openclaw.json, subPath: openclaw.json }]", "assistant"),
        new("assistant-state-volume", "Deployment", "pod.volumes[0]", "{ name: state, emptyDir: { sizeLimit: 1Gi } }", "assistant"),
    ];

    private static IEnumerable<Breakage> Gateway() =>
    [
        new("gateway-tls", "ConfigMap", AccessTier + "tls.minimumVersion", "\"TLSv1\""),
        new("gateway-jwt", "ConfigMap", AccessTier + "tokens.issuers[*].algorithms", "[\"none\"]"),
        new("gateway-no-bypass", "Service", "spec.type", "LoadBalancer", "qwen"),
        new("gateway-identity", "ConfigMap", AccessTier + "routes.strippedHeaders", "[]"),
        new("gateway-timeouts", "ConfigMap", Router + "timeouts.modelSeconds", "600"),
        new("alert-annotations", "PrometheusRule", "spec.groups[*].rules[*].annotations.runbook_url"),
        new("alert-duration", "PrometheusRule", "spec.groups[*].rules[*]", "{ alert: A, expr: up == 0, labels: { severity: critical } }"),
        new("alerts-present", "PrometheusRule", "", null, "alerts-clawdbot-gateway"),
        new("metrics-scraped", "PodMonitor", "", null, "scrape-vllm"),
    ];

    private static IEnumerable<Breakage> Data() =>
    [
        new("etcd-members", "StatefulSet", "spec.replicas", "2", "etcd"),
        new("etcd-tls", "StatefulSet", "pod.containers[*].args --client-cert-auth"),
        new("etcd-anti-affinity", "StatefulSet", "pod.affinity"),
        new("etcd-disruption-budget", "PodDisruptionBudget", "", null, "etcd"),
        new("etcd-volume", "StatefulSet", "spec.volumeClaimTemplates"),
        new("etcd-release", "StatefulSet", "pod.containers[*].image", "gcr.io/etcd-development/etcd:v3.4.1"),
        new("etcd-compaction", "StatefulSet", "pod.containers[*].args --auto-compaction-retention"),
        new("etcd-backup", "CronJob", "", null, "etcd-backup"),
        new("ceph-replication", "CephFilesystem", "spec.dataPools[*].replicated.size", "1"),
        new("ceph-replication", "CephFilesystem", "spec.metadataPool.replicated.requireSafeReplicaSize", "false"),
        new("ceph-monitors", "CephCluster", "spec.mon.count", "2"),
        new("ceph-managers", "CephCluster", "spec.mgr.count", "1"),
        new("ceph-retention", "CephFilesystem", "spec.preserveFilesystemOnDelete", "false"),
        new("ceph-release", "CephCluster", "spec.cephVersion.allowUnsupported", "true"),
        new("ceph-dashboard", "CephCluster", "spec.dashboard", "{ enabled: true, ssl: false }"),
    ];

    private static IEnumerable<Breakage> Aws() =>
    [
        new("provider-account", "pulumi:providers:aws", "allowedAccountIds"),
        new("ec2-metadata", "aws:ec2/launchTemplate:LaunchTemplate", "metadataOptions.httpTokens", "optional"),
        new("ec2-public-address", "aws:ec2/subnet:Subnet", "mapPublicIpOnLaunch", "true", "cluster-private"),
        new("ec2-volume-encryption", "aws:ec2/launchTemplate:LaunchTemplate", "blockDeviceMappings[*].ebs.encrypted", "'false'"),
        new("eks-authentication-mode", "aws:eks/cluster:Cluster", "accessConfig.authenticationMode", "CONFIG_MAP"),
        new("eks-deletion-protection", "aws:eks/cluster:Cluster", "deletionProtection", "false"),
        new("eks-endpoint-private", "aws:eks/cluster:Cluster", "vpcConfig.endpointPrivateAccess", "false"),
        new("eks-endpoint-public", "aws:eks/cluster:Cluster", "vpcConfig.endpointPublicAccess", "true"),
        new("eks-log-types", "aws:eks/cluster:Cluster", "enabledClusterLogTypes", "[api]"),
        new("eks-node-remote-access", "aws:eks/nodeGroup:NodeGroup", "remoteAccess", "{ ec2SshKey: key }"),
        new("eks-secrets-encryption", "aws:eks/cluster:Cluster", "encryptionConfig"),
        new("eks-version-support", "aws:eks/cluster:Cluster", "version", "'1.24'"),
        new("node-group-update", "aws:eks/nodeGroup:NodeGroup", "nodeRepairConfig", "{ enabled: false }", "h100"),
        new("iam-administrator", "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "policyArn", "arn:aws:iam::aws:policy/AdministratorAccess"),
        new("iam-trust", "aws:iam/role:Role", "assumeRolePolicy#.Statement[*].Principal", "\"*\"", "cluster-node-role"),
        new("iam-trust-source", "aws:iam/role:Role", "assumeRolePolicy#.Statement[*].Condition", null, "cluster-flow-logs"),
        new("iam-wildcard", "aws:iam/rolePolicy:RolePolicy", "policy#.Statement[*]", "{ \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\" }"),
        new("resource-policy-public", "aws:kms/key:Key", "policy#.Statement[0].Principal", "\"*\""),
        new("kms-deletion-window", "aws:kms/key:Key", "deletionWindowInDays", "1"),
        new("kms-rotation", "aws:kms/key:Key", "enableKeyRotation", "false"),
        new("log-encryption", "aws:cloudwatch/logGroup:LogGroup", "kmsKeyId"),
        new("log-retention", "aws:cloudwatch/logGroup:LogGroup", "retentionInDays"),
        new("default-security-group", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "ingress", "[{ protocol: '-1', fromPort: 0, toPort: 0, self: true }]"),
        new("security-group-open", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", Breakage.Everything, "{ securityGroupId: sg-1, ipProtocol: tcp, fromPort: 22, toPort: 22, cidrIpv4: 0.0.0.0/0 }"),
        new("vpc-flow-logs", "aws:ec2/flowLog:FlowLog", ""),
        new("ecr-immutable-tags", "aws:ecr/repository:Repository", "imageTagMutability", "MUTABLE"),
        new("ecr-scan", "aws:ecr/repository:Repository", "imageScanningConfiguration.scanOnPush", "false"),
    ];
}
