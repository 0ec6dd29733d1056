using System.Text.Json.Nodes;
using Clawdbot.Infra.Assistant;
using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Tests.Testing;
using Pulumi;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Tests.Assistant;

public sealed class ClawdbotAssistantTests
{
    [Fact]
    public async Task Creates_its_objects_and_no_more()
    {
        var mocks = await Assistants.Deploy(Assistants.Spec);
        Assert.Equal(
            [
                "clawdbot:assistant:ClawdbotAssistant assistant", "kubernetes:core/v1:ConfigMap assistant-configuration", "kubernetes:core/v1:Secret assistant-credentials",
                "kubernetes:apps/v1:Deployment assistant-deployment", "kubernetes:policy/v1:PodDisruptionBudget assistant-disruption-budget",
                "kubernetes:networking.k8s.io/v1:NetworkPolicy assistant-network-policy", "kubernetes:core/v1:Service assistant-service",
                "kubernetes:core/v1:ServiceAccount assistant-service-account", "kubernetes:core/v1:PersistentVolumeClaim assistant-state",
                "random:index/randomPassword:RandomPassword assistant-token",
            ],
            mocks.Resources.Select(resource => $"{resource.Type} {resource.Name}"));
        Assert.Contains("credentialsSecretName,endpoint", mocks.RegisteredOutputs);
    }

    [Fact]
    public async Task One_pod_is_stopped_before_the_next_starts_and_gets_time_to_finish()
    {
        var mocks = await Assistants.Deploy(Assistants.Spec);
        var spec = mocks.Only("kubernetes:apps/v1:Deployment").Inputs["spec"]!;
        Assert.Equal(1, (double)spec["replicas"]!);
        Assert.Equal("""{"type":"Recreate"}""", spec["strategy"]!.ToJsonString());
        Assert.Equal(345, (double)Pod(mocks)["terminationGracePeriodSeconds"]!);
        var budget = mocks.Only("kubernetes:policy/v1:PodDisruptionBudget").Inputs["spec"]!;
        Assert.Equal((1d, "AlwaysAllow"), ((double)budget["maxUnavailable"]!, (string?)budget["unhealthyPodEvictionPolicy"]));
    }

    [Fact]
    public async Task Both_containers_pass_pod_security_restricted_under_one_user()
    {
        var pod = Pod(await Assistants.Deploy(Assistants.Full));
        Assert.Equal(
            """{"fsGroup":1000,"fsGroupChangePolicy":"OnRootMismatch","runAsGroup":1000,"runAsNonRoot":true,"runAsUser":1000,"seccompProfile":{"type":"RuntimeDefault"}}""",
            pod["securityContext"]!.ToJsonString());
        Assert.False((bool)pod["automountServiceAccountToken"]!);
        Assert.False((bool)pod["enableServiceLinks"]!);
        Assert.Equal("clawdbot-critical", (string?)pod["priorityClassName"]);
        Assert.All([Assistant(pod), Seed(pod)], container =>
        {
            Assert.Equal(
                """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"privileged":false,"readOnlyRootFilesystem":true,"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}}""",
                container["securityContext"]!.ToJsonString());
            Assert.All(["cpu", "memory", "ephemeral-storage"], resource => Assert.NotNull(container["resources"]!["limits"]![resource]));
        });
    }

    [Fact]
    public async Task The_command_of_the_image_stays_because_it_starts_tini()
    {
        var main = Assistant(Pod(await Assistants.Deploy(Assistants.Spec)));
        Assert.Null(main["command"]);
        Assert.Null(main["args"]);
    }

    [Fact]
    public async Task Probes_run_the_script_that_reads_the_body()
    {
        var main = Assistant(Pod(await Assistants.Deploy(Assistants.Spec)));
        Assert.Equal("""["node","/opt/clawdbot/assistant/probe.mjs","/startupz","started"]""", main["startupProbe"]!["exec"]!["command"]!.ToJsonString());
        Assert.Equal("""["node","/opt/clawdbot/assistant/probe.mjs","/startupz","started"]""", main["readinessProbe"]!["exec"]!["command"]!.ToJsonString());
        Assert.Equal("""["node","/opt/clawdbot/assistant/probe.mjs","/healthz","live"]""", main["livenessProbe"]!["exec"]!["command"]!.ToJsonString());
        Assert.Equal(300, (double)main["startupProbe"]!["periodSeconds"]! * (double)main["startupProbe"]!["failureThreshold"]!);
    }

    /// <summary>A5: readiness asks the Mac.</summary>
    [Fact]
    public async Task With_imessage_readiness_asks_the_mac()
    {
        var pod = Pod(await Assistants.Deploy(Assistants.Full));
        Assert.Equal("""["/opt/clawdbot/assistant/ready.sh"]""", Assistant(pod)["readinessProbe"]!["exec"]!["command"]!.ToJsonString());
        Assert.Equal("""{"defaultMode":256,"items":[{"key":"macPrivateKey","path":"macPrivateKey"}],"secretName":"assistant-credentials"}""", Volume(pod, "mac-key")["secret"]!.ToJsonString());
        Assert.Equal($"192.0.2.17 {Assistants.Mac.HostKey}\n", await Assistants.File(Assistants.Full, "known_hosts"));
    }

    [Fact]
    public async Task The_heap_is_three_quarters_of_the_memory_and_requests_equal_limits()
    {
        var main = Assistant(Pod(await Assistants.Deploy(Assistants.Spec with { MemoryMiB = 4096 })));
        Assert.Contains("""{"name":"NODE_OPTIONS","value":"--max-old-space-size=3072"}""", main["env"]!.AsArray().Select(entry => entry!.ToJsonString()));
        Assert.Equal(("4096Mi", "4096Mi"), ((string?)main["resources"]!["requests"]!["memory"], (string?)main["resources"]!["limits"]!["memory"]));
    }

    [Fact]
    public async Task State_and_keys_are_on_the_claim_and_tmp_is_a_prepared_directory()
    {
        var mocks = await Assistants.Deploy(Assistants.Spec with { StorageClass = "fast" });
        var mounts = Assistant(Pod(mocks))["volumeMounts"]!.AsArray().ToDictionary(mount => (string)mount!["mountPath"]!, mount => $"{mount!["name"]}/{mount["subPath"]}");
        Assert.Equal("state/openclaw", mounts["/home/node/.openclaw"]);
        Assert.Equal("state/keys", mounts["/home/node/.config/openclaw"]);
        Assert.Equal("scratch/tmp", mounts["/tmp"]);
        Assert.Equal(["scratch/cache", "scratch/local", "scratch/config"], new[] { ".cache", ".local", ".config" }.Select(folder => mounts[$"/home/node/{folder}"]));
        var claim = mocks.Only("kubernetes:core/v1:PersistentVolumeClaim").Inputs["spec"]!;
        Assert.Equal("""["ReadWriteOnce"]""", claim["accessModes"]!.ToJsonString());
        Assert.Equal(("10Gi", "fast"), ((string?)claim["resources"]!["requests"]!["storage"], (string?)claim["storageClassName"]));
        Assert.Null((await Assistants.Deploy(Assistants.Spec)).Only("kubernetes:core/v1:PersistentVolumeClaim").Inputs["spec"]!["storageClassName"]);
    }

    [Fact]
    public async Task Tokens_come_from_secrets_and_stand_nowhere_else()
    {
        var mocks = await Assistants.Deploy(Assistants.Full);
        var secrets = Assistant(Pod(mocks))["env"]!.AsArray().Where(entry => entry!["valueFrom"] is not null)
            .Select(entry => $"{entry!["name"]} {entry["valueFrom"]!["secretKeyRef"]!["name"]} {entry["valueFrom"]!["secretKeyRef"]!["key"]}");
        Assert.Equal(
            ["OPENCLAW_GATEWAY_TOKEN assistant-credentials gatewayToken", "VLLM_API_KEY assistant-gateway-token token", "TELEGRAM_BOT_TOKEN assistant-credentials telegramBotToken"],
            secrets);
        Assert.All(mocks.Resources.Where(resource => resource.Type != "kubernetes:core/v1:Secret"), resource => Assert.DoesNotContain("hunter", resource.Inputs.ToJsonString(), StringComparison.Ordinal));
        Assert.Equal(48, (double)mocks.Only("random:index/randomPassword:RandomPassword").Inputs["length"]!);
    }

    [Fact]
    public async Task The_content_of_the_secret_is_secret()
    {
        Output<System.Collections.Immutable.ImmutableDictionary<string, string>>? content = null;
        await Run.Program(() => _ = new ClawdbotAssistant("assistant", Assistants.Args(Assistants.Full), new ComponentResourceOptions
        {
            ResourceTransformations =
            {
                resource =>
                {
                    if (resource.Args is Pulumi.Kubernetes.Types.Inputs.Core.V1.SecretArgs args)
                        content = args.StringData.ToOutput();
                    return null;
                },
            },
        }));
        Assert.True(await Output.IsSecretAsync(content!));
    }

    [Fact]
    public async Task The_authority_of_the_gateway_is_trusted_and_its_private_key_not_mounted()
    {
        var pod = Pod(await Assistants.Deploy(Assistants.Spec));
        Assert.Contains("""{"name":"NODE_EXTRA_CA_CERTS","value":"/etc/clawdbot/gateway/ca.crt"}""", Assistant(pod)["env"]!.AsArray().Select(entry => entry!.ToJsonString()));
        Assert.Equal("""[{"key":"ca.crt","path":"ca.crt"}]""", Volume(pod, "gateway-authority")["secret"]!["items"]!.ToJsonString());
    }

    [Fact]
    public async Task Without_channels_nobody_comes_in_and_only_the_gateway_is_reached()
    {
        var policy = (await Assistants.Deploy(Assistants.Spec)).Only("kubernetes:networking.k8s.io/v1:NetworkPolicy").Inputs["spec"]!;
        Assert.Equal("""["Ingress","Egress"]""", policy["policyTypes"]!.ToJsonString());
        Assert.Null(policy["ingress"]);
        Assert.Equal(
            """[{"ports":[{"port":8443,"protocol":"TCP"}],"to":[{"podSelector":{"matchLabels":{"app.kubernetes.io/component":"access-tier"}}}]}]""",
            policy["egress"]!.ToJsonString());
    }

    [Fact]
    public async Task Each_channel_opens_its_own_way_and_never_the_metadata_service()
    {
        var policy = (await Assistants.Deploy(Assistants.Full)).Only("kubernetes:networking.k8s.io/v1:NetworkPolicy").Inputs["spec"]!;
        Assert.Equal(
            """{"ports":[{"port":443,"protocol":"TCP"}],"to":[{"ipBlock":{"cidr":"0.0.0.0/0","except":["10.0.0.0/8","100.64.0.0/10","127.0.0.0/8","169.254.0.0/16","172.16.0.0/12","192.168.0.0/16"]}}]}""",
            policy["egress"]![1]!.ToJsonString());
        Assert.Equal("""{"ports":[{"port":22,"protocol":"TCP"}],"to":[{"ipBlock":{"cidr":"192.0.2.17/32"}}]}""", policy["egress"]![2]!.ToJsonString());
        Assert.Equal(
            """[{"from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"monitoring"}},"podSelector":{"matchLabels":{"app.kubernetes.io/name":"prometheus"}}}],"ports":[{"port":18789,"protocol":"TCP"}]}]""",
            policy["ingress"]!.ToJsonString());
    }

    [Fact]
    public async Task A_new_configuration_replaces_the_pod()
    {
        var before = Checksum(await Assistants.Deploy(Assistants.Spec));
        Assert.Equal(before, Checksum(await Assistants.Deploy(Assistants.Spec)));
        Assert.NotEqual(before, Checksum(await Assistants.Deploy(Assistants.Spec with { Model = "qwen2.5:14b" })));
    }

    [Fact]
    public async Task The_outputs_name_the_port_and_the_secret()
    {
        ClawdbotAssistant? assistant = null;
        await Run.Program(() => assistant = new ClawdbotAssistant("assistant", Assistants.Args(Assistants.Spec)));
        Assert.Equal("http://assistant.clawdbot.svc:18789", await OutputUtilities.GetValueAsync(assistant!.Endpoint));
        Assert.Equal("assistant-credentials", await OutputUtilities.GetValueAsync(assistant.CredentialsSecretName));
        Assert.Equal(["assistant-credentials"], (await OutputUtilities.GetDependenciesAsync(assistant.CredentialsSecretName)).Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task Wrong_arguments_create_nothing_below_the_component()
    {
        var mocks = await Run.Program(() => Assert.Throws<DiagnosticException>(() => new ClawdbotAssistant("assistant", Assistants.Args(Assistants.Spec with { Model = "other" }))));
        Assert.DoesNotContain(mocks.Resources, resource => resource.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static JsonNode Pod(RecordingMocks mocks) => mocks.Only("kubernetes:apps/v1:Deployment").Inputs["spec"]!["template"]!["spec"]!;

    [Fact]
    public async Task A_new_token_of_the_gateway_starts_the_assistant_anew()
    {
        var mocks = await Run.Program(() => _ = new ClawdbotAssistant("assistant", new ClawdbotAssistantArgs { Spec = Assistants.Spec, Namespace = "clawdbot", GatewayTokenVersion = "2-2027-06-30" }));
        Assert.Equal("2-2027-06-30", (string?)mocks.Only("kubernetes:apps/v1:Deployment").Inputs["spec"]!["template"]!["metadata"]!["annotations"]!["clawdbot.dev/gateway-token"]);
    }

    private static JsonNode Assistant(JsonNode pod) => Assert.Single(pod["containers"]!.AsArray())!;

    private static JsonNode Seed(JsonNode pod) => Assert.Single(pod["initContainers"]!.AsArray())!;

    private static JsonNode Volume(JsonNode pod, string name) => Assert.Single(pod["volumes"]!.AsArray(), volume => (string?)volume!["name"] == name)!;

    private static string Checksum(RecordingMocks mocks) =>
        (string)mocks.Only("kubernetes:apps/v1:Deployment").Inputs["spec"]!["template"]!["metadata"]!["annotations"]!["clawdbot.dev/configuration-checksum"]!;
}
