using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace StatusBot.EndToEnd.Tests;

/// <summary>The program as somebody meets it who types its name in a terminal, or in a script.</summary>
public sealed class In_a_terminal
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Explains_a_code_in_plain_text_for_a_pipe()
    {
        var (exitCode, output, mistakes) = await RunAsync("status", "403");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("403 Forbidden · Client error (4xx)", output, StringComparison.Ordinal);
        Assert.Contains("compare 401 403", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        Assert.All(output.Split('\n'), line => Assert.True(line.Length <= 80));
        Assert.Empty(mistakes);
    }

    [Theory]
    [InlineData("C.UTF-8", "status", "not found", "--lang", "ko")]
    [InlineData("C.UTF-8", "--lang", "ko", "status", "404")]
    [InlineData("ko_KR.UTF-8", "status", "찾을 수 없음")]
    public async Task Answers_in_the_language_that_is_asked_for_else_in_the_environments(string locale, params string[] arguments)
    {
        var (exitCode, output, _) = await RunAsync(locale, arguments);

        Assert.Equal(0, exitCode);
        Assert.StartsWith("404 Not Found (찾을 수 없음)", output, StringComparison.Ordinal);
        Assert.Contains("원인", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_programs_JSON()
    {
        var (exitCode, output, _) = await RunAsync("compare", "401", "403", "--json");

        Assert.Equal(0, exitCode);
        Assert.Equal("401 vs 403", JsonDocument.Parse(output).RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Says_on_standard_error_that_nothing_was_found()
    {
        var (exitCode, output, mistakes) = await RunAsync("status", "no\u001b[2J such thing");

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("That isn't a status code.", mistakes, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", mistakes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("StatusBot status <code…>", "status")]
    [InlineData("StatusBot status <code…>", "status", "403", "--view", "poem")]
    [InlineData("There is no such command.", "weather")]
    [InlineData("There is no such command.", "catalog")]
    [InlineData("There is no such command.", "healthy")]
    public async Task Refuses_wrong_usage_in_one_line(string expected, params string[] arguments)
    {
        var (exitCode, output, mistakes) = await RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Contains(expected, Assert.Single(mistakes.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Helps()
    {
        var (exitCode, output, _) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("Usage: StatusBot <command>", output, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Mistakes)> RunAsync(params string[] arguments) => RunAsync("C.UTF-8", arguments);

    private static async Task<(int ExitCode, string Output, string Mistakes)> RunAsync(string locale, string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "StatusBot.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            Environment = { ["LC_ALL"] = locale, ["COLUMNS"] = null },
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var mistakes = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Limit);
        return (process.ExitCode, await output, await mistakes);
    }
}
