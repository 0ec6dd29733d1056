namespace Clawdbot.Policies.Tests.Testing;

/// <summary>Compliant objects around <see cref="Workloads.Deployment"/>.</summary>
internal static class KubernetesSamples
{
    /// <summary>A budget for the Deployment.</summary>
    public static Sample Budget { get; } = Sample.Manifest("""
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: { name: web, namespace: shop }
        spec:
          maxUnavailable: 1
          selector:
            matchLabels: { app.kubernetes.io/name: web }
        """);

    /// <summary>An autoscaler of the Deployment.</summary>
    public static Sample Autoscaler { get; } = Sample.Manifest("""
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: { name: web, namespace: shop }
        spec:
          minReplicas: 2
          maxReplicas: 5
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
        """);

    /// <summary>KEDA's autoscaler of the Deployment.</summary>
    public static Sample ScaledObject { get; } = Sample.Manifest("""
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata: { name: web, namespace: shop }
        spec:
          minReplicaCount: 1
          maxReplicaCount: 4
          scaleTargetRef: { name: web }
          triggers:
            - type: prometheus
        """);

    /// <summary>A Service for the Deployment.</summary>
    public static Sample Service { get; } = Sample.Manifest("""
        apiVersion: v1
        kind: Service
        metadata: { name: web, namespace: shop }
        spec:
          type: ClusterIP
          selector: { app.kubernetes.io/name: web }
          ports:
            - { name: http, port: 80, targetPort: http }
        """);

    /// <summary>A policy for the Deployment.</summary>
    public static Sample NetworkPolicy { get; } = Sample.Manifest("""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: web, namespace: shop }
        spec:
          podSelector:
            matchLabels: { app.kubernetes.io/name: web }
          policyTypes: [Ingress, Egress]
          ingress:
            - from:
                - podSelector:
                    matchLabels: { app.kubernetes.io/name: front }
              ports:
                - { port: http }
        """);

    /// <summary>A policy that lets nothing in or out.</summary>
    public static Sample DefaultDeny { get; } = Sample.Manifest("""
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: default-deny, namespace: shop }
        spec:
          podSelector: {}
          policyTypes: [Ingress, Egress]
        """);

    /// <summary>A Job.</summary>
    public static Sample Job { get; } = Sample.Manifest("""
        apiVersion: batch/v1
        kind: Job
        metadata: { name: once, namespace: shop }
        spec:
          ttlSecondsAfterFinished: 86400
          activeDeadlineSeconds: 600
          backoffLimit: 2
          template:
            metadata:
              labels: { app.kubernetes.io/name: once }
            spec:
              restartPolicy: Never
              serviceAccountName: once
              automountServiceAccountToken: false
              containers:
                - { name: once, image: once }
        """);

    /// <summary>A CronJob.</summary>
    public static Sample CronJob { get; } = Sample.Manifest("""
        apiVersion: batch/v1
        kind: CronJob
        metadata: { name: nightly, namespace: shop }
        spec:
          schedule: "0 3 * * *"
          successfulJobsHistoryLimit: 3
          failedJobsHistoryLimit: 3
          jobTemplate:
            spec:
              activeDeadlineSeconds: 600
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - { name: nightly, image: nightly }
        """);

    /// <summary>The Deployment's service account.</summary>
    public static Sample ServiceAccount { get; } = Sample.Manifest("""
        apiVersion: v1
        kind: ServiceAccount
        metadata: { name: web, namespace: shop }
        automountServiceAccountToken: false
        """);

    /// <summary>A role that reads one kind of object.</summary>
    public static Sample ClusterRole { get; } = Sample.Manifest("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: { name: reader }
        rules:
          - apiGroups: [""]
            resources: [configmaps]
            verbs: [get, list, watch]
        """);

    /// <summary>A binding of the role to the service account, in its namespace.</summary>
    public static Sample RoleBinding { get; } = Sample.Manifest("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata: { name: reader, namespace: shop }
        roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader }
        subjects:
          - { kind: ServiceAccount, name: web, namespace: shop }
        """);

    /// <summary>A binding of the role to the service account, in the whole cluster.</summary>
    public static Sample ClusterRoleBinding { get; } = Sample.Manifest("""
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: { name: reader }
        roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader }
        subjects:
          - { kind: ServiceAccount, name: web, namespace: shop }
        """);
}
