namespace Clawdbot.Policies.Tests.Testing;

/// <summary>The samples as stacks, for tests of all rules at once.</summary>
internal static class SampleStacks
{
    /// <summary>Each stack with its name.</summary>
    public static IReadOnlyDictionary<string, Sample[]> All { get; } = new Dictionary<string, Sample[]>
    {
        ["System"] = SystemSamples.Complete.All,
        ["Kubernetes"] =
        [
            Workloads.Deployment, KubernetesSamples.Budget, KubernetesSamples.Autoscaler, KubernetesSamples.ScaledObject, KubernetesSamples.Service, KubernetesSamples.NetworkPolicy,
            KubernetesSamples.DefaultDeny, KubernetesSamples.Job, KubernetesSamples.CronJob, KubernetesSamples.ServiceAccount, KubernetesSamples.ClusterRole, KubernetesSamples.RoleBinding,
            KubernetesSamples.ClusterRoleBinding, StorageSamples.StatefulSet, StorageSamples.Claim, StorageSamples.Volume,
        ],
        ["Pods"] = [.. PodSamples.All.Select(kind => kind.Compliant)],
        ["Serving"] =
        [
            VllmSamples.Deployment, VllmSamples.Docker,

            // Values in words of their own, and taken from variables.
            VllmSamples.Deployment
                .With($"{VllmSamples.Container}.env", "[{ name: KIND, value: float8 }, { name: BOTH, value: $(KIND)-2 }]")
                .With(VllmSamples.Arguments, "[--model, some/model, --max-model-len, much, --dtype, $(KIND), --quantization, $(BOTH), --gpu-memory-utilization, '2', --tensor-parallel-size, '3', --api-key, abc]"),
            VllmSamples.Deployment
                .With($"{VllmSamples.Container}.command", "[/bin/sh, -c, 'export KIND=float8; exec vllm serve some/model --dtype $KIND --max-num-seqs $MANY --max-model-len much']")
                .With($"{VllmSamples.Container}.env", "[{ name: MANY, value: many }]")
                .Without(VllmSamples.Arguments),
        ],
        ["Assistant"] = [AssistantSamples.Configuration, AssistantSamples.Deployment, AssistantSamples.Docker],
        ["Gateway"] =
        [
            GatewaySamples.AccessTier, GatewaySamples.Router, GatewaySamples.AccessTierPods, GatewaySamples.RouterPods, GatewaySamples.ModelServer, GatewaySamples.ModelService,
            GatewaySamples.ModelPolicy, AlertSamples.Rules, AlertSamples.PodMonitor, AlertSamples.ServiceMonitor,
        ],
        ["Etcd"] = [EtcdSamples.Members, EtcdSamples.Budget, EtcdSamples.Backup, CephSamples.Cluster, CephSamples.External, CephSamples.FileSystem, CephSamples.Class],
        ["Aws"] =
        [
            AwsSamples.Cluster, AwsSamples.Component, AwsSamples.NodeGroup, AwsSamples.LaunchTemplate, AwsSamples.Instance, AwsSamples.Vpc, AwsSamples.Bucket, AwsSamples.PublicAccessBlock,
            AwsSamples.RolePolicy("""{"Effect":"Allow","Action":["s3:GetObject"],"Resource":"arn:aws:s3:::models/*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}"""),
            AwsSamples.Trust("""{"Effect":"Allow","Principal":{"Service":"pods.eks.amazonaws.com"},"Action":["sts:AssumeRole"],"Condition":{"StringEquals":{"aws:SourceAccount":"111122223333"}}}"""),
            AwsSamples.Policy("aws:sqs/queue:Queue", "policy", """{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sqs:SendMessage","Resource":"*"}"""),
            Sample.Of("aws:ec2/securityGroup:SecurityGroup", "ingress: [{ protocol: tcp, fromPort: 22, toPort: 22, cidrBlocks: [0.0.0.0/0], description: all }]"),
            Sample.Of("aws:lb/listener:Listener", "{ port: 443, protocol: HTTPS, sslPolicy: ELBSecurityPolicy-2016-08 }"),
            Sample.Of("aws:kms/key:Key", "{ deletionWindowInDays: 7, enableKeyRotation: false }"),
            Sample.Of("aws:cloudwatch/logGroup:LogGroup", "{ name: logs, retentionInDays: 1 }"),
            Sample.Of("aws:ecr/repository:Repository", "{ name: images, imageTagMutability: MUTABLE }"),
            Sample.Of("pulumi:providers:aws", "{ region: eu-central-1 }"),
        ],
        ["Exceptions"] = Exceptions(),
        ["Careless"] = Careless(),
    };

    // What rules let pass for a reason that stands in another place.
    private static Sample[] Exceptions() =>
    [
        Sample.Manifest("{ apiVersion: v1, kind: Namespace, metadata: { name: kube-system, labels: { pod-security.kubernetes.io/enforce: privileged } } }"),
        Sample.Manifest("{ apiVersion: batch/v1, kind: Job, metadata: { name: hook, namespace: shop, annotations: { helm.sh/hook: pre-install } }, spec: { template: { spec: { restartPolicy: Never, containers: [{ name: a, image: a }] } } } }"),
        Sample.Manifest("{ apiVersion: v1, kind: Pod, metadata: { name: owned, namespace: shop, ownerReferences: [{ kind: ReplicaSet, name: web }] }, spec: { containers: [{ name: a, image: a }] } }"),
        Sample.Manifest("{ apiVersion: v1, kind: Pod, metadata: { name: test, namespace: shop, annotations: { helm.sh/hook: test } }, spec: { containers: [{ name: a, image: a }] } }"),
        Sample.Manifest("{ apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: { type: NodePort, externalTrafficPolicy: Local, selector: { app.kubernetes.io/name: web }, ports: [{ port: 80 }] } }"),
        Workloads.Deployment.Without("spec.template.spec.automountServiceAccountToken"),
        KubernetesSamples.ServiceAccount,
        KubernetesSamples.NetworkPolicy.With("spec.ingress", "[{ from: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }]"),
        Sample.Manifest("{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: tier, namespace: tier, labels: { app.kubernetes.io/component: access-tier } }, spec: { podSelector: {}, policyTypes: [Ingress], ingress: [{ ports: [{ port: 443 }] }] } }"),
        KubernetesSamples.ClusterRole.With("rules", "[{ apiGroups: [''], resources: [secrets], verbs: [get, list] }]"),
        KubernetesSamples.RoleBinding,
        Sample.Manifest("{ apiVersion: v1, kind: Secret, metadata: { name: release, namespace: shop }, type: helm.sh/release.v1, data: { release: aHVudGVyMjAwMA== } }"),
        Sample.Of("kubernetes:core/v1:Secret", "{ apiVersion: v1, kind: Secret, metadata: { name: login, namespace: shop }, stringData: { user: admin, password: x } }").WithSecret("stringData.password"),
        VllmSamples.Deployment.With("spec.template.spec.containers[0].image", "vllm/vllm-openai:v0.10.0")
            .With(VllmSamples.Container + ".env", "[{ name: VLLM_ALLOW_LONG_MAX_MODEL_LEN, value: '1' }, { name: VLLM_API_KEY, valueFrom: { secretKeyRef: { name: key, key: key } } }]")
            .With(VllmSamples.Arguments, "[Qwen/Qwen3-32B, --max-model-len=131072, --disable-log-requests]"),
        EtcdSamples.Members.With("spec.template.spec.containers[0].args", "[]").With("spec.template.spec.containers[0].env", """
            - { name: ETCD_CERT_FILE, value: /tls/tls.crt }
            - { name: ETCD_KEY_FILE, value: /tls/tls.key }
            - { name: ETCD_TRUSTED_CA_FILE, value: /tls/ca.crt }
            - { name: ETCD_CLIENT_CERT_AUTH, value: "true" }
            - { name: ETCD_PEER_CERT_FILE, value: /peer/tls.crt }
            - { name: ETCD_PEER_KEY_FILE, value: /peer/tls.key }
            - { name: ETCD_PEER_TRUSTED_CA_FILE, value: /peer/ca.crt }
            - { name: ETCD_PEER_CLIENT_CERT_AUTH, value: "true" }
            """),
        EtcdSamples.Members.With("metadata.name", "etcd-0").With("spec.replicas", "1").With("spec.template.spec.containers[0].args[0]", "--initial-cluster=a=https://a:2380,b=https://b:2380,c=https://c:2380"),
        EtcdSamples.Backup.With("metadata.name", "etcd-backup").With("spec.jobTemplate.spec.template.spec.containers[0].command", "[/backup.sh]"),
        AssistantSamples.Deployment.With("spec.template.spec.containers[0].env", "[{ name: OPENCLAW_STATE_DIR, value: /data/state }]").With("spec.template.spec.containers[0].volumeMounts", "[]"),
    ];

    // What breaks many rules, so that there are many messages.
    private static Sample[] Careless() =>
    [
        Sample.Manifest("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: web, labels: { app: web } }
            spec:
              replicas: 1
              strategy: { type: RollingUpdate, rollingUpdate: { maxSurge: 0, maxUnavailable: 100% } }
              selector: { matchLabels: { app: other } }
              template:
                metadata:
                  labels: { app: web }
                  annotations: { container.apparmor.security.beta.kubernetes.io/web: unconfined, seccomp.security.alpha.kubernetes.io/pod: unconfined }
                spec:
                  hostNetwork: true
                  hostPID: true
                  serviceAccountName: default
                  securityContext:
                    runAsUser: 0
                    sysctls: [{ name: kernel.msgmax, value: "1" }]
                    seLinuxOptions: { type: spc_t, user: system_u, role: system_r }
                    seccompProfile: { type: Unconfined }
                    windowsOptions: { hostProcess: true }
                  containers:
                    - name: web
                      image: Registry.example.com/web:latest
                      imagePullPolicy: Never
                      command: [/bin/sh, -c, "start --api-key sk-aaaabbbbccccddddeeeeffffgggghhhh1234"]
                      args: [--password=hunter2000]
                      ports: [{ name: http, containerPort: 80, hostPort: 80, hostIP: 0.0.0.0 }]
                      env:
                        - { name: DB_PASSWORD, value: hunter2000 }
                        - { name: DB_PASSWORD, value: hunter2001 }
                        - { name: TOKEN, valueFrom: { secretKeyRef: { name: token, key: token } } }
                      envFrom: [{ secretRef: { name: all } }]
                      resources: { requests: { cpu: "4", memory: 2Gi }, limits: { cpu: "2", memory: 1Gi } }
                      securityContext:
                        privileged: true
                        allowPrivilegeEscalation: true
                        procMount: Unmasked
                        capabilities: { add: [SYS_ADMIN, NET_RAW] }
                        appArmorProfile: { type: Unconfined }
                      livenessProbe: { httpGet: { path: /, port: wrong, host: 10.0.0.1 } }
                      readinessProbe: { httpGet: { path: /, port: wrong, host: 10.0.0.1 } }
                      volumeMounts: [{ name: host, mountPath: /host }]
                  volumes:
                    - { name: host, hostPath: { path: /etc } }
                    - { name: scratch, emptyDir: {} }
            """),
        Sample.Manifest("{ apiVersion: v1, kind: Pod, metadata: { name: bare }, spec: { containers: [{ name: bare, image: 'busybox' }, { name: bare, image: 'Not An Image' }] } }"),
        Sample.Manifest("{ apiVersion: v1, kind: Service, metadata: { name: web }, spec: { type: LoadBalancer, selector: { app: nothing }, loadBalancerSourceRanges: [0.0.0.0/0], externalIPs: [1.2.3.4], ports: [{ port: 80 }] } }"),
        Sample.Manifest("{ apiVersion: networking.k8s.io/v1beta1, kind: Ingress, metadata: { name: web, annotations: { nginx.ingress.kubernetes.io/configuration-snippet: more } }, spec: { rules: [{ host: '*.example.com' }], tls: [{ hosts: [other.example.com] }] } }"),
        Sample.Manifest("{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: web }, spec: { podSelector: { matchLabels: { app: nothing } }, ingress: [{ from: [{ ipBlock: { cidr: 0.0.0.0/0 } }] }] } }"),
        Sample.Manifest("{ apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: { name: all }, rules: [{ apiGroups: ['*'], resources: ['*', secrets, roles], verbs: ['*', escalate, bind, impersonate] }] }"),
        Sample.Manifest("{ apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: { name: all }, roleRef: { kind: ClusterRole, name: cluster-admin }, subjects: [{ kind: Group, name: 'system:authenticated' }, { kind: ServiceAccount, name: default, namespace: shop }] }"),
        Sample.Manifest("{ apiVersion: v1, kind: Namespace, metadata: { name: shop, labels: { pod-security.kubernetes.io/enforce: privileged, pod-security.kubernetes.io/warn: wrong } } }"),
        Sample.Manifest("{ apiVersion: v1, kind: ConfigMap, metadata: { name: web }, data: { password: hunter2000, url: 'postgres://me:hunter2000@db.example.com/x', settings.json: '{\"apiKey\":\"hunter2000hunter\"}' } }"),
        Sample.Manifest("{ apiVersion: v1, kind: Secret, metadata: { name: web }, stringData: { password: hunter2000 }, data: { token: aHVudGVyMjAwMA== } }"),
        Sample.Manifest("{ apiVersion: policy/v1beta1, kind: PodDisruptionBudget, metadata: { name: web }, spec: { minAvailable: 100%, selector: { matchLabels: { app: web } } } }"),
        Sample.Manifest("{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: again }, spec: { maxUnavailable: 0, selector: { matchLabels: { app: web } } } }"),
        Sample.Manifest("{ apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: { name: web }, spec: { minReplicas: 9, maxReplicas: 2, scaleTargetRef: { kind: Deployment, name: web } } }"),
        Sample.Manifest("{ apiVersion: batch/v1, kind: CronJob, metadata: { name: job }, spec: { successfulJobsHistoryLimit: 99, jobTemplate: { spec: { backoffLimit: 99, template: { spec: { restartPolicy: Never, containers: [{ name: job, image: 'job:1' }] } } } } } }"),
        Sample.Manifest("{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { name: data }, spec: { resources: { requests: { storage: much } } } }"),
        VllmSamples.With("--dtype=int7", "--quantization=wrong", "--max-num-batched-tokens=1", "--gpu-memory-utilization=1.5", "--wrong-flag=1", "--max-model-leng=1", "--api-key=hunter2000", "--trust-remote-code", "--tensor-parallel-size=7"),
        VllmSamples.Model("Qwen/Qwen3-32B"),
        AssistantSamples.Holding("""{ gateway: { mode: 'remote', bind: '0.0.0.0', auth: { mode: 'none', token: 'hunter2000' }, wrongKey: 1, controlUi: { allowedOrigins: ['*'], allowInsecureAuth: true } }, channels: { telegram: { enabled: true, dmPolicy: 'open', allowFrom: ['*'], botToken: 'x' }, imessage: { enabled: true } }, session: { dmScope: 'main' }, tools: { exec: { security: 'full', ask: 'off' }, elevated: { enabled: true } } }"""),
        AssistantSamples.Deployment.With("spec.replicas", "3").With("spec.strategy.type", "RollingUpdate").With("spec.template.spec.containers[0].image", "ghcr.io/openclaw/openclaw:2025.1.1"),
        GatewaySamples.AccessTierWith("TLSv1.2", "TLSv1.0"),
        GatewaySamples.AccessTierWith("\"HS256\"", "\"none\""),
        GatewaySamples.RouterWith("\"requestSeconds\": 60", "\"requestSeconds\": 5"),
        EtcdSamples.Members.With("spec.template.spec.containers[0].args", "[--listen-client-urls, 'http://0.0.0.0:2379', --auto-compaction-retention, never, --data-dir, /var/lib/etcd/data, --client-cert-auth, maybe]").With("spec.volumeClaimTemplates", "[]"),
        EtcdSamples.WithArgument(1, "--listen-client-urls=http://0.0.0.0:2379").With("spec.replicas", "2").With("spec.template.spec.containers[0].image", "quay.io/coreos/etcd:v3.4.1"),
        CephSamples.Cluster.With("spec.mon.count", "2").With("spec.cephVersion.image", "ceph/ceph:v14"),
        AwsSamples.Cluster.With("version", "'1.20'").With("vpcConfig.endpointPublicAccess", "true").With("vpcConfig.publicAccessCidrs", "[0.0.0.0/0]").With("enabledClusterLogTypes", "[api]"),
        AwsSamples.RolePolicy("""{"Effect":"Allow","Action":["*","iam:*"],"Resource":"*"}"""),
        AwsSamples.Trust("""{"Effect":"Allow","Principal":{"AWS":"*","Federated":"arn:aws:iam::1:oidc-provider/x"},"Action":["sts:AssumeRole","sts:AssumeRoleWithWebIdentity"]}"""),
    ];
}
