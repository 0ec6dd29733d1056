using System.Text.Json;

namespace Clawdbot.Infra.Gateway;

/// <summary>Choices of the image repositories.</summary>
public static class GatewayImageDefaults
{
    /// <summary>Days in which the deletion of the key can be taken back: the longest that AWS offers, because images without it are lost.</summary>
    public const int KeyDeletionDays = 30;

    /// <summary>Images kept: enough to go back a month of daily deployments.</summary>
    public const int KeptImages = 30;

    /// <summary>Days after which layers of failed pushes go.</summary>
    public const int UntaggedDays = 7;

    /// <summary>Lifecycle policy of ECR. https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html</summary>
    public static string LifecyclePolicy { get; } = JsonSerializer.Serialize(new
    {
        rules = new object[]
        {
            new
            {
                rulePriority = 1,
                description = "Layers of failed pushes",
                selection = new { tagStatus = "untagged", countType = "sinceImagePushed", countUnit = "days", countNumber = UntaggedDays },
                action = new { type = "expire" },
            },
            new
            {
                rulePriority = 2,
                description = "Old versions",
                selection = new { tagStatus = "any", countType = "imageCountMoreThan", countNumber = KeptImages },
                action = new { type = "expire" },
            },
        },
    });
}
