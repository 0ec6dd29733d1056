using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Clawdbot.Infra.Storage.Loader;

/// <summary>The hashes of a file while it grows.</summary>
internal sealed class ContentHash : IDisposable
{
    private readonly RemoteFile _file;
    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly IncrementalHash? _git;

    [SuppressMessage("Security", "CA5350", Justification = "Git addresses small files by SHA-1 and the Hub says nothing stronger about them; TLS protects them.")]
    internal ContentHash(RemoteFile file)
    {
        _file = file;
        if (file.GitBlob is null)
            return;
        _git = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        _git.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {file.Size}\0")));
    }

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        _sha256.AppendData(bytes);
        _git?.AppendData(bytes);
    }

    /// <summary>What the content is.</summary>
    /// <returns>Its SHA-256, and the difference to what was promised in words, or null.</returns>
    internal (string Sha256, string? Difference) Finish()
    {
        var sha256 = Convert.ToHexStringLower(_sha256.GetHashAndReset());
        var git = _git is null ? null : Convert.ToHexStringLower(_git.GetHashAndReset());
        if (_file.Sha256 is { } expected && expected != sha256)
            return (sha256, $"expected sha256 {expected}, got {sha256}");
        return (sha256, git == _file.GitBlob ? null : $"expected git object {_file.GitBlob}, got {git}");
    }

    public void Dispose()
    {
        _sha256.Dispose();
        _git?.Dispose();
    }
}
