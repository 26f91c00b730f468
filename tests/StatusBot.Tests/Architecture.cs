using System.Reflection;
using NetArchTest.Rules;
using StatusBot.Catalog;
using StatusBot.Conversation;
using StatusBot.Discord.Model;

namespace StatusBot.Tests;

/// <summary>The arrows: who may know whom.</summary>
public sealed class Architecture
{
    private static readonly Assembly Catalog = typeof(IStatusCatalog).Assembly;
    private static readonly Assembly Discord = typeof(Interaction).Assembly;
    private static readonly Assembly Host = typeof(CommandDispatcher).Assembly;

    [Fact]
    public void The_catalogue_knows_nothing_but_itself() => Assert.Empty(References(Catalog));

    [Fact]
    public void The_library_for_Discord_knows_no_status_codes_and_no_host() => Assert.Equal(
        ["Microsoft.Extensions.Logging.Abstractions", "NSec.Cryptography", "Polly.Core"],
        References(Discord).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("StatusBot.Conversation")]
    [InlineData("StatusBot.Commands")]
    [InlineData("StatusBot.Cards")]
    [InlineData("StatusBot.Texts")]
    public void What_the_bot_says_knows_no_wire_type(string folder)
    {
        var result = Types.InAssembly(Host)
            .That().ResideInNamespace(folder)
            .ShouldNot().HaveDependencyOnAny("StatusBot.Discord", "StatusBot.Messengers", "System.Text.Json", "Microsoft.AspNetCore")
            .GetResult();

        Assert.Empty((result.FailingTypes ?? []).Select(type => type.FullName));
    }

    [Theory]
    [InlineData("StatusBot.Conversation", new[] { "StatusBot.Commands", "StatusBot.Cards", "StatusBot.Hosting" })]
    [InlineData("StatusBot.Cards", new[] { "StatusBot.Commands", "StatusBot.Hosting" })]
    [InlineData("StatusBot.Texts", new[] { "StatusBot.Commands", "StatusBot.Cards", "StatusBot.Conversation", "StatusBot.Hosting" })]
    [InlineData("StatusBot.Messengers.Discord", new[] { "StatusBot.Messengers.LocalChannel", "StatusBot.Commands", "StatusBot.Cards" })]
    [InlineData("StatusBot.Messengers.Terminal", new[] { "StatusBot.Discord", "StatusBot.Messengers.Discord", "StatusBot.Messengers.LocalChannel", "StatusBot.Commands", "StatusBot.Cards", "Microsoft.AspNetCore" })]
    public void The_arrows_point_one_way(string folder, string[] unknown)
    {
        var result = Types.InAssembly(Host)
            .That().ResideInNamespace(folder)
            .ShouldNot().HaveDependencyOnAny(unknown)
            .GetResult();

        Assert.Empty((result.FailingTypes ?? []).Select(type => type.FullName));
    }

    [Fact]
    public void Classes_are_sealed() => Assert.Empty(
        new[] { Catalog, Discord, Host }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false, Namespace: not null })
            .Where(type => type.Namespace!.StartsWith("StatusBot", StringComparison.Ordinal) && !type.Name.Contains('<', StringComparison.Ordinal))
            // Texts with a source are texts, too.
            .Where(type => type != typeof(LocalizedText))
            .Where(type => !Attribute.IsDefined(type, typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute)))
            .Select(type => type.FullName));

    // All but the framework's own core.
    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(name => name.Name!)
        .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name != "netstandard");
}
