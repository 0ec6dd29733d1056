namespace Clawdbot.Policies.Tests.Testing;

/// <summary>Compliant Kubernetes workloads.</summary>
internal static class Workloads
{
    /// <summary>A Deployment that every rule about single objects accepts.</summary>
    public static Sample Deployment { get; } = Sample.Manifest("""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
          namespace: shop
          labels: { app.kubernetes.io/name: web }
        spec:
          replicas: 3
          strategy:
            type: RollingUpdate
            rollingUpdate: { maxSurge: 1, maxUnavailable: 0 }
          selector:
            matchLabels: { app.kubernetes.io/name: web }
          template:
            metadata:
              labels: { app.kubernetes.io/name: web }
            spec:
              serviceAccountName: web
              automountServiceAccountToken: false
              enableServiceLinks: false
              terminationGracePeriodSeconds: 60
              priorityClassName: standard
              securityContext:
                runAsNonRoot: true
                runAsUser: 10001
                runAsGroup: 10001
                seccompProfile: { type: RuntimeDefault }
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: DoNotSchedule
                  labelSelector:
                    matchLabels: { app.kubernetes.io/name: web }
              containers:
                - name: web
                  image: registry.example.com/web:1.2.3@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
                  imagePullPolicy: IfNotPresent
                  ports:
                    - { name: http, containerPort: 8080 }
                  env:
                    - { name: MODE, value: fast }
                  resources:
                    requests: { cpu: 500m, memory: 256Mi, ephemeral-storage: 128Mi }
                    limits: { cpu: "1", memory: 256Mi, ephemeral-storage: 256Mi }
                  securityContext:
                    allowPrivilegeEscalation: false
                    privileged: false
                    readOnlyRootFilesystem: true
                    runAsNonRoot: true
                    capabilities: { drop: [ALL] }
                    seccompProfile: { type: RuntimeDefault }
                  livenessProbe:
                    httpGet: { path: /livez, port: http }
                  readinessProbe:
                    httpGet: { path: /readyz, port: http }
                  startupProbe:
                    httpGet: { path: /readyz, port: http }
                  volumeMounts:
                    - { name: tmp, mountPath: /tmp }
              volumes:
                - name: tmp
                  emptyDir: { sizeLimit: 64Mi }
        """);
}
