using System.Diagnostics;
using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Aws.Ecr;
using Pulumi.Aws.Ecr.Inputs;
using Pulumi.Aws.Kms;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;

namespace Clawdbot.Infra.Gateway;

/// <summary>Names the two images, or builds and pushes them; what was built is used by digest, so that no registry can change what runs.</summary>
internal sealed class GatewayImageBuild
{
    private readonly string _name;
    private readonly Gateway _parent;
    private readonly GatewayArgs _args;

    internal GatewayImageBuild(string name, Gateway parent, GatewayArgs args)
    {
        (_name, _parent, _args) = (name, parent, args);
        switch (args.Spec.Images)
        {
            case GatewayImages.Published published:
                AccessTier = Output.Create(published.AccessTier);
                Router = Output.Create(published.Router);
                break;
            case GatewayImages.BuiltToEcr ecr:
                CheckFiles();
                var key = CreateKey();
                AccessTier = Build(GatewayProgramImage.AccessTier, CreateRepository(ecr, GatewayProgramImage.AccessTier, key), ecr.Tag);
                Router = Build(GatewayProgramImage.Router, CreateRepository(ecr, GatewayProgramImage.Router, key), ecr.Tag);
                break;
            case GatewayImages.BuiltToRegistry built:
                CheckFiles();
                AccessTier = Build(GatewayProgramImage.AccessTier, Output.Create($"{built.Registry}/{GatewayProgramImage.AccessTier.Repository}"), built.Tag);
                Router = Build(GatewayProgramImage.Router, Output.Create($"{built.Registry}/{GatewayProgramImage.Router.Repository}"), built.Tag);
                break;
            default:
                throw new UnreachableException();
        }
    }

    internal Output<string> AccessTier { get; }

    internal Output<string> Router { get; }

    private CustomResourceOptions Child() => new() { Parent = _parent };

    private void CheckFiles()
    {
        if (!Deployment.Instance.IsDryRun)
        {
            DiagnosticException.ThrowIfAny(GatewayImageRules.CheckFiles(_args.Spec.Images, $"Gateway '{_name}'.images",
                "Change the arguments of the component.", File.Exists));
        }
    }

    private Key CreateKey() => new($"{_name}-image-key", new KeyArgs
    {
        Description = "Images of the Clawdbot gateway",
        EnableKeyRotation = true,
        DeletionWindowInDays = GatewayImageDefaults.KeyDeletionDays,
    }, Child());

    private Output<string> CreateRepository(GatewayImages.BuiltToEcr ecr, GatewayProgramImage image, Key key)
    {
        var repository = new Repository($"{_name}-{image.Repository}-repository", new RepositoryArgs
        {
            Name = $"{ecr.Prefix}/{image.Repository}",
            ImageTagMutability = "IMMUTABLE",
            ImageScanningConfiguration = new RepositoryImageScanningConfigurationArgs { ScanOnPush = true },
            EncryptionConfigurations = { new RepositoryEncryptionConfigurationArgs { EncryptionType = "KMS", KmsKey = key.Arn } },
            ForceDelete = false,
        }, Child());
        _ = new LifecyclePolicy($"{_name}-{image.Repository}-lifecycle", new LifecyclePolicyArgs
        {
            Repository = repository.Name,
            Policy = GatewayImageDefaults.LifecyclePolicy,
        }, Child());
        return repository.RepositoryUrl;
    }

    private Output<string> Build(GatewayProgramImage image, Output<string> repository, string tag)
    {
        var built = new Image($"{_name}-{image.Repository}-image", new ImageArgs
        {
            ImageName = Output.Format($"{repository}:{tag}"),
            Build = new DockerBuildArgs
            {
                Context = image.Directory,
                Dockerfile = image.Dockerfile,
                Platform = GatewayDefaults.Platform,
                BuilderVersion = BuilderVersion.BuilderBuildKit,
            },
            // Without user and password the provider takes those of Docker on this machine, its credential helpers included.
            Registry = new RegistryArgs
            {
                Server = repository.Apply(url => url.Split('/')[0]),
                Username = _args.RegistryUser,
                Password = _args.RegistryPassword is { } password ? Output.CreateSecret(password.ToOutput()) : null!,
            },
            BuildOnPreview = false,
            SkipPush = false,
        }, Child());
        return built.RepoDigest;
    }
}
