using System.Diagnostics;
using Clawdbot.Infra.Diagnostics;
using Pulumi;
using Pulumi.Aws.Fsx;
using Pulumi.Aws.Fsx.Inputs;
using Pulumi.Aws.Vpc;
using Ec2 = Pulumi.Aws.Ec2;

namespace Clawdbot.Infra.Storage;

/// <summary>
/// Amazon FSx for Lustre as a claim. Needs the FSx CSI driver (EKS add-on or chart aws-fsx-csi-driver) on the nodes that mount it.
/// </summary>
public sealed class FsxLustreStorage : ComponentResource
{
    /// <summary>Type token.</summary>
    public const string Token = "clawdbot:storage:FsxLustreStorage";

    /// <summary>Creates or adopts the file system.</summary>
    /// <param name="name">Logical name; children are named after it.</param>
    /// <param name="args">Which file system, and where.</param>
    /// <param name="options">Options; the Kubernetes and AWS providers come from here.</param>
    /// <exception cref="DiagnosticException">The arguments break a rule.</exception>
    public FsxLustreStorage(string name, FsxLustreStorageArgs args, ComponentResourceOptions? options = null)
        : base(Token, name, args, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        var (subject, remedy) = ($"FsxLustreStorage '{name}'", "Change the arguments of the component.");
        DiagnosticException.ThrowIfAny([
            .. FsxLustreStorageRules.Check(args.Volume, subject, remedy),
            .. FsxLustreStorageRules.CheckNetwork(args.Volume, args.Network is not null, subject, remedy),
        ]);

        var (id, dnsName, mountName) = args.Volume.FileSystem switch
        {
            FsxFileSystem.Existing existing => (existing.Id, existing.DnsName, existing.MountName),
            FsxFileSystem.New made => Create(name, made, args.Network!, args.KmsKeyArn),
            _ => throw new UnreachableException(),
        };
        FileSystemId = id.ToOutput();
        ClaimName = StaticVolume.Create(this, new StaticVolumeSpec
        {
            Prefix = name,
            VolumeName = ModelStorageDefaults.VolumeName,
            ClaimName = ModelStorageDefaults.ClaimName,
            AccessMode = ModelStorageDefaults.AccessMode,
            CapacityGiB = args.Volume.FileSystem.CapacityGiB,
            MountOptions = [FsxLustreStorageDefaults.MountOption],
        }, args.Namespace, source => source.Csi = new Pulumi.Kubernetes.Types.Inputs.Core.V1.CSIPersistentVolumeSourceArgs
        {
            Driver = FsxLustreStorageDefaults.Driver,
            VolumeHandle = id,
            VolumeAttributes = { ["dnsname"] = dnsName, ["mountname"] = mountName },
        });
        RegisterOutputs();
    }

    /// <summary>Name of the claim to mount, in the namespace of the model servers.</summary>
    [Output("claimName")]
    public Output<string> ClaimName { get; private set; }

    /// <summary>Id of the file system.</summary>
    [Output("fileSystemId")]
    public Output<string> FileSystemId { get; private set; }

    private CustomResourceOptions Child(params Resource[] after) => new() { Parent = this, DependsOn = after };

    private (Input<string> Id, Input<string> DnsName, Input<string> MountName) Create(string name, FsxFileSystem.New made, StorageNetworkArgs network, Input<string>? key)
    {
        var group = new Ec2.SecurityGroup($"{name}-security-group", new Ec2.SecurityGroupArgs
        {
            VpcId = network.VpcId,
            Description = "Lustre servers of the model files",
            RevokeRulesOnDelete = true,
        }, Child());
        var rules = LustreTraffic(name, group, network.NodeSecurityGroupId);
        var fileSystem = new LustreFileSystem($"{name}-file-system", new LustreFileSystemArgs
        {
            DeploymentType = FsxLustreStorageDefaults.DeploymentType,
            StorageType = "SSD",
            StorageCapacity = made.CapacityGiB,
            PerUnitStorageThroughput = made.ThroughputPerTiB,
            MetadataConfiguration = made.MetadataIops is { } operations
                ? new LustreFileSystemMetadataConfigurationArgs { Mode = "USER_PROVISIONED", Iops = operations }
                : new LustreFileSystemMetadataConfigurationArgs { Mode = "AUTOMATIC" },
            FileSystemTypeVersion = FsxLustreStorageDefaults.LustreVersion,
            DataCompressionType = FsxLustreStorageDefaults.Compression,
            KmsKeyId = key ?? StorageKey.Create(this, name, "Model files on FSx for Lustre"),
            SubnetIds = network.SubnetId,
            SecurityGroupIds = { group.Id },
            AutomaticBackupRetentionDays = FsxLustreStorageDefaults.BackupDays,
            SkipFinalBackup = true,
            WeeklyMaintenanceStartTime = FsxLustreStorageDefaults.MaintenanceWindow,
        }, new CustomResourceOptions { Parent = this, DependsOn = rules, Protect = true });
        return (fileSystem.Id, fileSystem.DnsName, fileSystem.MountName);
    }

    /// <summary>Servers talk to each other and to clients, and clients to servers, each from these ports: both directions on both sides.</summary>
    private Resource[] LustreTraffic(string name, Ec2.SecurityGroup servers, Input<string> nodes)
    {
        var rules = new List<Resource>();
        foreach (var (ports, first, last) in new[]
        {
            ("lustre", FsxLustreStorageDefaults.Port, FsxLustreStorageDefaults.Port),
            ("lustre-servers", FsxLustreStorageDefaults.FirstPort, FsxLustreStorageDefaults.LastPort),
        })
        {
            rules.Add(Ingress($"{name}-{ports}-from-nodes", servers.Id, nodes, first, last));
            rules.Add(Ingress($"{name}-{ports}-from-servers", servers.Id, servers.Id, first, last));
            rules.Add(Ingress($"{name}-{ports}-to-nodes", nodes, servers.Id, first, last));
            rules.Add(Egress($"{name}-{ports}-towards-nodes", servers.Id, nodes, first, last));
            rules.Add(Egress($"{name}-{ports}-towards-servers", servers.Id, servers.Id, first, last));
        }
        return [.. rules];
    }

    private SecurityGroupIngressRule Ingress(string name, Input<string> group, Input<string> peer, int first, int last) => new(name, new SecurityGroupIngressRuleArgs
    {
        SecurityGroupId = group,
        ReferencedSecurityGroupId = peer,
        IpProtocol = "tcp",
        FromPort = first,
        ToPort = last,
        Description = "Lustre",
    }, Child());

    private SecurityGroupEgressRule Egress(string name, Input<string> group, Input<string> peer, int first, int last) => new(name, new SecurityGroupEgressRuleArgs
    {
        SecurityGroupId = group,
        ReferencedSecurityGroupId = peer,
        IpProtocol = "tcp",
        FromPort = first,
        ToPort = last,
        Description = "Lustre",
    }, Child());
}
