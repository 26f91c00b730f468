using System.Reflection;

namespace StatusBot;

/// <summary>The version of this build.</summary>
internal static class ProductVersion
{
    /// <summary>Without the commit: <c>0.1.0</c>.</summary>
    public static string Text { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
