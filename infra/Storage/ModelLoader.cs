using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Batch.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Pulumi.Utilities;

namespace Clawdbot.Infra.Storage;

/// <summary>
/// Loads one revision of a model into the storage, once: a Job that verifies every file and publishes the directory in one step. A
/// published revision is never changed; running the Job again finds it and ends.
/// </summary>
public sealed class ModelLoader : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:storage:ModelLoader";

    private readonly ModelLoaderArgs _args;
    private readonly string _objectName;
    private readonly Dictionary<string, string> _labels;

    /// <summary>Creates the Job and what it needs.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">What to load.</param>
    /// <param name="options">Options; the Kubernetes provider comes from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule; it lists all.</exception>
    public ModelLoader(string name, ModelLoaderArgs args, ComponentResourceOptions? options = null)
        : base(ModelLoader.Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        DiagnosticException.ThrowIfAny(ModelLoaderRules.Check(args.Spec, args.Token is not null, $"ModelLoader '{name}'", "Change the arguments of the component."));

        _args = args;
        _objectName = ModelLoaderNames.Base(args.Spec.Model);
        _labels = Labels.For(ModelLoaderDefaults.Component, _objectName, ModelLoaderDefaults.Component);
        _labels[Labels.Model] = args.Spec.Model.Slug;

        var account = new ServiceAccount($"{name}-service-account", new ServiceAccountArgs
        {
            Metadata = Metadata(_objectName),
            AutomountServiceAccountToken = false,
        }, Child());
        var policy = CreateNetworkPolicy($"{name}-network-policy");
        var token = CreateToken($"{name}-token");
        var settings = ModelLoaderSettings.Render(args.Spec);
        var contentName = ModelLoaderNames.Content(args.Spec.Model, [args.Spec.Image, settings, .. ModelLoaderProgram.Sources.SelectMany(file => new[] { file.Key, file.Value })]);
        var program = new ConfigMap($"{name}-program", new ConfigMapArgs
        {
            Metadata = Metadata(contentName),
            Data = ModelLoaderProgram.Sources.SetItem(ModelLoaderDefaults.SettingsFile, settings).ToDictionary(),
            // The name says the content, so a change is another object and never one under a running Job.
            Immutable = true,
        }, Child());
        ServiceAccountName = OutputUtilities.WithDependency(Output.Create(_objectName), account);
        var template = ModelLoaderPod.Template(args, _labels, ServiceAccountName, OutputUtilities.WithDependency(Output.Create(contentName), program));
        var job = CreateJob($"{name}-job", contentName, template, token is null ? [policy] : [policy, token]);

        Path = OutputUtilities.WithDependency(Output.Create(args.Spec.Path), job);
        ClaimName = OutputUtilities.WithDependency(args.ClaimName.ToOutput(), job);
        RegisterOutputs();
    }

    /// <summary>Directory of the model where servers see it; carries the dependency on the finished Job.</summary>
    [Output("path")]
    public Output<string> Path { get; private set; }

    /// <summary>The claim, carrying the dependency on the finished Job: servers that mount this one start with their weights in place.</summary>
    [Output("claimName")]
    public Output<string> ClaimName { get; private set; }

    /// <summary>Service account of the Job, to which a cloud identity can be given.</summary>
    [Output("serviceAccountName")]
    public Output<string> ServiceAccountName { get; private set; }

    private CustomResourceOptions Child() => new() { Parent = this };

    private ObjectMetaArgs Metadata(string objectName) => new() { Name = objectName, Namespace = _args.Namespace, Labels = _labels };

    private NetworkPolicy CreateNetworkPolicy(string logicalName) => new(logicalName, new NetworkPolicyArgs
    {
        Metadata = Metadata(_objectName),
        Spec = new NetworkPolicySpecArgs
        {
            PodSelector = new LabelSelectorArgs { MatchLabels = { [Labels.Name] = ModelLoaderDefaults.Component, [Labels.Instance] = _objectName } },
            PolicyTypes = { "Ingress", "Egress" },
            Egress = ModelLoaderEgress.Rules(_args.Spec),
        },
    }, Child());

    private Secret? CreateToken(string logicalName)
    {
        if (_args.Token is null)
            return null;
        return new Secret(logicalName, new SecretArgs
        {
            Metadata = Metadata(_objectName),
            Type = "Opaque",
            StringData = { [ModelLoaderDefaults.TokenKey] = Output.CreateSecret(_args.Token.ToOutput()) },
        }, Child());
    }

    private Job CreateJob(string logicalName, string objectName, PodTemplateSpecArgs template, Resource[] needed)
    {
        var metadata = Metadata(objectName);
        if (!_args.Spec.Wait)
            metadata.Annotations = new InputMap<string> { ["pulumi.com/skipAwait"] = "true" };
        var options = Child();
        options.DependsOn = needed;
        // The provider's own ten minutes are too short for weights; the Job ends by itself before this.
        options.CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromSeconds(_args.Spec.DeadlineSeconds + ModelLoaderDefaults.WaitSlackSeconds) };
        return new Job(logicalName, new JobArgs
        {
            Metadata = metadata,
            Spec = new JobSpecArgs
            {
                ActiveDeadlineSeconds = _args.Spec.DeadlineSeconds,
                BackoffLimit = ModelLoaderDefaults.BackoffLimit,
                Completions = 1,
                Parallelism = 1,
                PodFailurePolicy = SourcePod.FailurePolicy(ModelLoaderPod.Container, ModelLoaderDefaults.FinalExitCodes),
                Template = template,
                TtlSecondsAfterFinished = ModelLoaderDefaults.TtlSeconds,
            },
        }, options);
    }
}
