namespace Pulumi;

/// <summary>A package that is made from another one by parameters.</summary>
public sealed class RegisterPackageRequest
{
    /// <summary>Takes the parts.</summary>
    public RegisterPackageRequest(
        string name, string version, string? downloadUrl, Dictionary<string, byte[]>? checksums, PackageParameterization? parameterization)
        : this(name, version, downloadUrl, checksums, parameterization, extension: null)
    {
    }

    /// <summary>Takes the parts.</summary>
    public RegisterPackageRequest(
        string name,
        string version,
        string? downloadUrl,
        Dictionary<string, byte[]>? checksums = null,
        PackageParameterization? parameterization = null,
        PackageParameterization? extension = null)
    {
        Name = name;
        Version = version;
        DownloadUrl = downloadUrl ?? "";
        Checksums = checksums ?? [];
        Parameterization = parameterization;
        Extension = extension;
    }

    /// <summary>The name of the plugin.</summary>
    public string Name { get; }

    /// <summary>The version of the plugin.</summary>
    public string Version { get; }

    /// <summary>Where the plugin is downloaded from; empty for the default place.</summary>
    public string DownloadUrl { get; }

    /// <summary>Platform to checksum of the plugin.</summary>
    public Dictionary<string, byte[]> Checksums { get; }

    /// <summary>The parameters that replace the plugin's own package.</summary>
    public PackageParameterization? Parameterization { get; }

    /// <summary>The parameters that extend the plugin's own package.</summary>
    public PackageParameterization? Extension { get; }

    /// <summary>A package and the parameter that makes it.</summary>
    public sealed class PackageParameterization
    {
        /// <summary>Takes the parts.</summary>
        public PackageParameterization(string name, string version, byte[] value)
        {
            Name = name;
            Version = version;
            Value = value;
        }

        /// <summary>The name of the package.</summary>
        public string Name { get; }

        /// <summary>The version of the package.</summary>
        public string Version { get; }

        /// <summary>The parameter.</summary>
        public byte[] Value { get; }
    }
}
