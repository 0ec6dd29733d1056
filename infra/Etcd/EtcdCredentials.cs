using System.Globalization;
using Clawdbot.Infra.Platform;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Random;

namespace Clawdbot.Infra.Etcd;

/// <summary>Passwords, and the Secrets that hold them.</summary>
/// <param name="name">Prefix of the logical names.</param>
/// <param name="args">Arguments of the cluster.</param>
/// <param name="owner">Parent of the objects.</param>
internal sealed class EtcdCredentials(string name, EtcdClusterArgs args, Resource owner)
{
    /// <summary>The administrator, known in the namespace of the members only.</summary>
    internal Secret Root() => Secret(EtcdAccess.Root, Password(EtcdAccess.Root, generation: 1), args.Namespace, "members");

    /// <summary>A user: once for the Job that makes it, once for whoever logs in.</summary>
    internal (Secret ForMembers, Secret ForClients) User(string user)
    {
        var password = Password(user, args.Spec.PasswordGeneration);
        return (Secret(user, password, args.Namespace, "members"), Secret(user, password, args.GatewayNamespace, "clients"));
    }

    /// <summary>Letters and digits, so that no shell, URL or JSON has to escape them.</summary>
    private RandomPassword Password(string user, int generation) => new($"{name}-{user}-password", new RandomPasswordArgs
    {
        Length = EtcdClusterDefaults.PasswordLength,
        Special = false,
        Keepers = { ["generation"] = generation.ToString(CultureInfo.InvariantCulture) },
    }, new CustomResourceOptions { Parent = owner });

    private Secret Secret(string user, RandomPassword password, Input<string> space, string audience) => new($"{name}-{user}-credentials-for-{audience}", new SecretArgs
    {
        Metadata = new ObjectMetaArgs { Name = EtcdNames.CredentialsOf(user), Namespace = space, Labels = Labels.For(EtcdNames.CredentialsOf(user), EtcdClusterDefaults.Program, "credentials") },
        Type = "Opaque",
        StringData = { ["username"] = user, ["password"] = Output.CreateSecret(password.Result) },
    }, new CustomResourceOptions { Parent = owner });
}
