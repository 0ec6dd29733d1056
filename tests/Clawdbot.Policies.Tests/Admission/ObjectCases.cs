using Clawdbot.Policies.Tests.Testing;

namespace Clawdbot.Policies.Tests.Admission;

/// <summary>Good and bad objects that make no pods.</summary>
internal static class ObjectCases
{
    private const string Annotations = "metadata.annotations";

    private static readonly Sample Role = Manifest("Role");

    private static readonly Sample Binding = Sample.Manifest("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: { name: web, namespace: shop }
        roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: web }
        subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
        """);

    private static readonly Sample ClusterBinding = Sample.Manifest("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: { name: web }
        roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
        subjects: [{ kind: ServiceAccount, name: web, namespace: shop }]
        """);

    private static readonly Sample Balancer = Sample.Manifest("""
        apiVersion: v1
        kind: Service
        metadata: { name: web, namespace: shop }
        spec: { type: LoadBalancer, loadBalancerSourceRanges: [10.0.0.0/8], selector: { a: b }, ports: [{ port: 443 }] }
        """);

    private static readonly Sample Ingress = Sample.Manifest("""
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: { name: web, namespace: shop }
        spec:
          tls: [{ hosts: [a.example.com, "*.b.example.com"], secretName: web }]
          rules: [{ host: a.example.com }, { host: x.b.example.com }, { http: { paths: [] } }]
        """);

    private static readonly Sample StatefulSet = Sample.Manifest("""
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: { name: db, namespace: shop }
        spec:
          persistentVolumeClaimRetentionPolicy: { whenDeleted: Retain, whenScaled: Retain }
          volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce] } }]
          template: { spec: { containers: [{ name: db, image: a:1 }] } }
        """);

    private static readonly Sample Volume = Sample.Manifest("""
        apiVersion: v1
        kind: PersistentVolume
        metadata: { name: data }
        spec: { persistentVolumeReclaimPolicy: Retain, capacity: { storage: 1Gi } }
        """);

    /// <summary>The cases.</summary>
    public static AdmissionCase[] All => [.. Access, .. Services, .. Ingresses, .. Storage];

    private static AdmissionCase[] Access =>
    [
        Fine("rbac-wildcards", "a list", Role),
        Bad("rbac-wildcards", "every verb", Role.With("rules[0].verbs", "['*']")),
        Bad("rbac-wildcards", "every group", Role.With("rules[0].apiGroups", "['', '*']")),
        Bad("rbac-wildcards", "every subresource", Role.With("rules[0].resources", "['*/*']")),
        Fine("rbac-wildcards", "no rules", Role.Without("rules")),
        Fine("rbac-wildcards-cluster", "a list", Manifest("ClusterRole")),
        Bad("rbac-wildcards-cluster", "every resource", Manifest("ClusterRole").With("rules[0].resources", "['*']")),
        Fine("rbac-wildcards-cluster", "a role of Kubernetes", Manifest("ClusterRole").With("rules[0].verbs", "['*']").With("metadata.labels", "{ kubernetes.io/bootstrapping: rbac-defaults }")),
        Fine("rbac-cluster-admin", "a role of its own", Binding),
        Bad("rbac-cluster-admin", "all rights in the namespace", Binding.With("roleRef", "{ kind: ClusterRole, name: cluster-admin }")),
        Bad("rbac-cluster-admin", "rights for everybody", Binding.With("subjects", "[{ kind: Group, name: 'system:authenticated' }]")),
        Fine("rbac-cluster-admin", "an account that is called like everybody", Binding.With("subjects", "[{ kind: ServiceAccount, name: 'system:authenticated' }]")),
        Fine("rbac-cluster-admin", "nobody", Binding.Without("subjects")),
        Fine("rbac-cluster-admin-cluster", "some rights", ClusterBinding),
        Bad("rbac-cluster-admin-cluster", "all rights", ClusterBinding.With("roleRef.name", "cluster-admin")),
        Bad("rbac-cluster-admin-cluster", "rights for those without a name", ClusterBinding.With("subjects", "[{ kind: User, name: 'system:anonymous' }]")),
        Fine("rbac-cluster-admin-cluster", "the administrators", ClusterBinding.With("roleRef.name", "cluster-admin").With("metadata.name", "cluster-admin").With("subjects", "[{ kind: Group, name: 'system:masters' }]")),
        Fine("rbac-cluster-admin-cluster", "the version for everybody", ClusterBinding.With("roleRef.name", "'system:public-info-viewer'").With("subjects", "[{ kind: Group, name: 'system:unauthenticated' }]")),
    ];

    private static AdmissionCase[] Services =>
    [
        Fine("service-exposure", "a balancer for named networks", Balancer),
        Fine("service-exposure", "a service inside", Balancer.With("spec", "{ selector: { a: b }, ports: [{ port: 443 }] }")),
        Bad("service-exposure", "a port of every node", Balancer.With("spec.type", "NodePort")),
        Bad("service-exposure", "a balancer for everybody", Balancer.Without("spec.loadBalancerSourceRanges")),
        Bad("service-exposure", "a balancer for every network", Balancer.With("spec.loadBalancerSourceRanges", "[10.0.0.0/8, 0.0.0.0/0]")),
        Bad("service-exposure", "addresses of its own", Balancer.With("spec.externalIPs", "[192.0.2.1]")),
        Fine("service-exposure", "an internal balancer", Balancer.Without("spec.loadBalancerSourceRanges").With(Annotations, "{ networking.gke.io/load-balancer-type: Internal }")),
        Fine("service-exposure", "networks in an annotation", Balancer.Without("spec.loadBalancerSourceRanges").With(Annotations, "{ service.beta.kubernetes.io/load-balancer-source-ranges: '10.0.0.0/8, 192.0.2.0/24' }")),
        Bad("service-exposure", "every network in an annotation", Balancer.With(Annotations, "{ service.beta.kubernetes.io/load-balancer-source-ranges: '0.0.0.0/0, 192.0.2.0/24' }")),
        Fine("service-exposure", "a controller whose balancers are internal", Balancer.Without("spec.loadBalancerSourceRanges").With("spec.loadBalancerClass", "service.k8s.aws/nlb")),
        Bad("service-exposure", "such a balancer for the internet", Balancer.Without("spec.loadBalancerSourceRanges")
            .With(Annotations, "{ service.beta.kubernetes.io/aws-load-balancer-type: external, service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing }")),
    ];

    private static AdmissionCase[] Ingresses =>
    [
        Fine("ingress-tls", "a certificate for each host", Ingress),
        Bad("ingress-tls", "no certificate", Ingress.Without("spec.tls")),
        Bad("ingress-tls", "a host without a certificate", Ingress.With("spec.rules[0].host", "c.example.com")),
        Bad("ingress-tls", "a host too deep for the star", Ingress.With("spec.rules[0].host", "x.y.b.example.com")),
        Fine("ingress-tls", "a certificate for all", Ingress.With("spec.tls", "[{ secretName: web }]")),
        Fine("ingress-tls", "a certificate of the cloud", Ingress.Without("spec.tls").With(Annotations, "{ alb.ingress.kubernetes.io/certificate-arn: a }")),
        Fine("ingress-tls", "a listener of the cloud", Ingress.Without("spec.tls").With(Annotations, """{ alb.ingress.kubernetes.io/listen-ports: '[{"HTTPS":443}]' }""")),
        Bad("ingress-tls", "other annotations", Ingress.Without("spec.tls").With(Annotations, "{ nginx.ingress.kubernetes.io/ssl-passthrough: 'false' }")),
    ];

    private static AdmissionCase[] Storage =>
    [
        Fine("volume-claim-retention", "claims that stay", StatefulSet),
        Bad("volume-claim-retention", "claims that go with the set", StatefulSet.With("spec.persistentVolumeClaimRetentionPolicy.whenDeleted", "Delete")),
        Bad("volume-claim-retention", "claims that go with their pod", StatefulSet.With("spec.persistentVolumeClaimRetentionPolicy.whenScaled", "Delete")),
        Fine("volume-claim-retention", "no word", StatefulSet.Without("spec.persistentVolumeClaimRetentionPolicy")),
        Fine("volume-claim-retention", "no claims", StatefulSet.With("spec.persistentVolumeClaimRetentionPolicy.whenScaled", "Delete").Without("spec.volumeClaimTemplates")),
        Fine("volume-claim-retention-cluster", "a volume that stays", Volume),
        Bad("volume-claim-retention-cluster", "a volume that goes with its claim", Volume.With("spec.persistentVolumeReclaimPolicy", "Delete")),
        Fine("volume-claim-retention-cluster", "a volume of a class", Volume.With("spec.persistentVolumeReclaimPolicy", "Delete").With(Annotations, "{ pv.kubernetes.io/provisioned-by: a }")),
    ];

    private static Sample Manifest(string kind) => Sample.Manifest($$"""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: {{kind}}
        metadata: { name: web }
        rules: [{ apiGroups: [""], resources: [configmaps], verbs: [get] }, { nonResourceURLs: [/metrics], verbs: [get] }]
        """);

    private static AdmissionCase Bad(string twin, string what, Sample sample) => new(twin, what, Breaks: true, sample);

    private static AdmissionCase Fine(string twin, string what, Sample sample) => new(twin, what, Breaks: false, sample);
}
