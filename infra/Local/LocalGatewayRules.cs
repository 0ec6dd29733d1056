using Clawdbot.Infra.Diagnostics;
using Clawdbot.Infra.Gateway;
using Clawdbot.Infra.Storage;

namespace Clawdbot.Infra.Local;

/// <summary>Rules for <see cref="LocalGatewayArgs"/>: those of the gateway, and what one machine adds.</summary>
public static class LocalGatewayRules
{
    /// <summary>All mistakes in <paramref name="args"/>.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="subject">How the messages call the checked thing.</param>
    /// <param name="remedy">Sentence that says where to change it.</param>
    public static IReadOnlyList<Diagnostic> Check(LocalGatewayArgs args, string subject, string remedy)
    {
        ArgumentNullException.ThrowIfNull(args);
        var findings = new Findings(subject, remedy);
        findings.AddRange(GatewayRules.Check(args.Spec, subject, remedy));
        if (args.Spec.Certificate is GatewayCertificate.ClusterIssuer)
            findings.Add(DiagnosticIds.NotLocal, "certificate.kind", "clusterIssuer", "ownAuthority with Docker: the certificate comes from certificateDirectory");
        if (!ModelStorageRules.IsPlainAbsolutePath(args.CertificateDirectory))
            findings.Add(DiagnosticIds.InvalidPath, "certificateDirectory", $"'{args.CertificateDirectory}'", "an absolute path below '/', without '.', '..' or empty parts");
        findings.AddRange(LocalModelServerRules.CheckPublishing(args.BindAddress, args.Port, subject, remedy));
        if (args.NetworkName is null)
            findings.Add(DiagnosticIds.MissingArgument, "networkName", "missing", "the network of the system");
        if (args.Spec.Images is GatewayImages.BuiltToEcr or GatewayImages.BuiltToRegistry)
            findings.Add(DiagnosticIds.NotLocal, "images.kind", args.Spec.Images is GatewayImages.BuiltToEcr ? "ecr" : "registry", "published or onMachine with Docker", "One machine needs no registry.");
        if (args.ModelServerKey is null)
            findings.Add(DiagnosticIds.MissingArgument, "modelServerKey", "missing", "a secret");
        return findings.Diagnostics;
    }
}
