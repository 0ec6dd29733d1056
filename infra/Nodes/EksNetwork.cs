using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.Ec2;
using Ingress = Pulumi.Aws.Vpc;

namespace Clawdbot.Infra.Nodes;

/// <summary>The network of a cluster: private subnets for nodes, a NAT gateway in each zone, private ways to the AWS services.</summary>
internal sealed class EksNetwork
{
    private readonly string _name;
    private readonly EksClusterSpec _spec;
    private readonly ComponentResource _parent;
    private readonly ImmutableArray<Resource>.Builder _ways = ImmutableArray.CreateBuilder<Resource>();
    private readonly List<Input<string>> _privateTables = [];

    internal EksNetwork(string name, EksClusterSpec spec, ComponentResource parent)
    {
        _name = name;
        _spec = spec;
        _parent = parent;
        Vpc = new Vpc($"{name}-vpc", new VpcArgs { CidrBlock = spec.VpcCidr, EnableDnsHostnames = true, EnableDnsSupport = true, Tags = Tags("vpc") }, Child());
        // Everything that forgets to name a security group gets this one, so it allows nothing.
        _ = new DefaultSecurityGroup($"{name}-default-security-group", new DefaultSecurityGroupArgs { VpcId = Vpc.Id, Tags = Tags("default-closed") }, Child());

        var subnets = EksSubnets.Of(CidrBlock.Parse(spec.VpcCidr)!.Value, spec.Zones);
        var gateway = new InternetGateway($"{name}-internet-gateway", new InternetGatewayArgs { VpcId = Vpc.Id, Tags = Tags("internet-gateway") }, Child());
        var publicTable = new RouteTable($"{name}-public-routes", new RouteTableArgs { VpcId = Vpc.Id, Tags = Tags("public") }, Child());
        _ = new Route($"{name}-public-route", new RouteArgs { RouteTableId = publicTable.Id, DestinationCidrBlock = EksNetworkDefaults.Everywhere, GatewayId = gateway.Id }, Child());
        PrivateSubnets = subnets.Private.Zip(subnets.Public).ToImmutableDictionary(pair => pair.First.Zone, pair => CreateZone(pair.First, pair.Second, publicTable, gateway));
        CreateEndpoints();
    }

    internal Vpc Vpc { get; }

    /// <summary>The private subnets by zone.</summary>
    internal ImmutableDictionary<string, Subnet> PrivateSubnets { get; }

    /// <summary>What must exist before a node can reach anything.</summary>
    internal ImmutableArray<Resource> Ways => _ways.ToImmutable();

    private CustomResourceOptions Child() => new() { Parent = _parent };

    private Dictionary<string, string> Tags(string part) => EksTags.Of(_spec.Name, $"{_spec.Name}-{part}");

    private Subnet CreateZone(EksSubnet inner, EksSubnet outer, RouteTable publicTable, InternetGateway gateway)
    {
        var zone = inner.Zone;
        var outside = new Subnet($"{_name}-public-{zone}", new SubnetArgs
        {
            VpcId = Vpc.Id,
            AvailabilityZone = zone,
            CidrBlock = outer.Cidr.ToString(),
            MapPublicIpOnLaunch = false,
            Tags = Tags($"public-{zone}"),
        }, Child());
        _ = new RouteTableAssociation($"{_name}-public-routes-{zone}", new RouteTableAssociationArgs { RouteTableId = publicTable.Id, SubnetId = outside.Id }, Child());
        var address = new Eip($"{_name}-nat-address-{zone}", new EipArgs { Domain = "vpc", Tags = Tags($"nat-{zone}") }, Child());
        var options = Child();
        options.DependsOn = gateway;
        var nat = new NatGateway($"{_name}-nat-{zone}", new NatGatewayArgs { AllocationId = address.Id, ConnectivityType = "public", SubnetId = outside.Id, Tags = Tags($"nat-{zone}") }, options);

        var tags = Tags($"private-{zone}");
        tags["kubernetes.io/role/internal-elb"] = "1";
        if (_spec.Autoscaler is NodeAutoscaler.Karpenter)
            tags[EksClusterDefaults.DiscoveryTag] = _spec.Name;
        var inside = new Subnet($"{_name}-private-{zone}", new SubnetArgs
        {
            VpcId = Vpc.Id,
            AvailabilityZone = zone,
            CidrBlock = inner.Cidr.ToString(),
            MapPublicIpOnLaunch = false,
            Tags = tags,
        }, Child());
        var table = new RouteTable($"{_name}-private-routes-{zone}", new RouteTableArgs { VpcId = Vpc.Id, Tags = Tags($"private-{zone}") }, Child());
        _ways.Add(new RouteTableAssociation($"{_name}-private-routes-{zone}", new RouteTableAssociationArgs { RouteTableId = table.Id, SubnetId = inside.Id }, Child()));
        _ways.Add(new Route($"{_name}-private-route-{zone}", new RouteArgs { RouteTableId = table.Id, DestinationCidrBlock = EksNetworkDefaults.Everywhere, NatGatewayId = nat.Id }, Child()));
        _privateTables.Add(table.Id);
        return inside;
    }

    private void CreateEndpoints()
    {
        var group = new SecurityGroup($"{_name}-endpoints", new SecurityGroupArgs
        {
            Description = "AWS services, from inside the network",
            VpcId = Vpc.Id,
            Tags = Tags("endpoints"),
        }, Child());
        _ways.Add(new Ingress.SecurityGroupIngressRule($"{_name}-endpoints-https", new Ingress.SecurityGroupIngressRuleArgs
        {
            SecurityGroupId = group.Id,
            Description = "HTTPS from nodes and pods",
            CidrIpv4 = _spec.VpcCidr,
            IpProtocol = "tcp",
            FromPort = EksClusterDefaults.HttpsPort,
            ToPort = EksClusterDefaults.HttpsPort,
        }, Child()));
        // Image layers come from S3; this endpoint costs nothing.
        _ways.Add(new VpcEndpoint($"{_name}-endpoint-s3", new VpcEndpointArgs
        {
            VpcId = Vpc.Id,
            ServiceName = ServiceName("s3"),
            VpcEndpointType = "Gateway",
            RouteTableIds = _privateTables,
            Tags = Tags("s3"),
        }, Child()));
        var subnets = _spec.Zones.Select(zone => (Input<string>)PrivateSubnets[zone].Id).ToList();
        foreach (var service in EksNetworkDefaults.EndpointsOf(_spec.Autoscaler))
        {
            _ways.Add(new VpcEndpoint($"{_name}-endpoint-{service.Replace('.', '-')}", new VpcEndpointArgs
            {
                VpcId = Vpc.Id,
                ServiceName = ServiceName(service),
                VpcEndpointType = "Interface",
                PrivateDnsEnabled = true,
                SecurityGroupIds = { group.Id },
                SubnetIds = subnets,
                Tags = Tags(service),
            }, Child()));
        }
    }

    /// <summary>Names of services in China begin with the domain of their region, except those that were there first.</summary>
    private string ServiceName(string service) =>
        AwsNames.Partition(_spec.Region) == "aws-cn" && !EksNetworkDefaults.OldNamesInChina.Contains(service)
            ? $"cn.com.amazonaws.{_spec.Region}.{service}"
            : $"com.amazonaws.{_spec.Region}.{service}";
}
