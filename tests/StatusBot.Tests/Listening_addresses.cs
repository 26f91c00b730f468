using StatusBot.Hosting;

namespace StatusBot.Tests;

/// <summary>Where the program's own health check asks.</summary>
public sealed class Listening_addresses
{
    [Theory]
    [InlineData(null, "http://127.0.0.1:5080/")]
    [InlineData("http://localhost:5081", "http://127.0.0.1:5081/")]
    [InlineData("http://*:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://0.0.0.0:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://[::]:5080", "http://127.0.0.1:5080/")]
    [InlineData("http://[::1]:5080", "http://[::1]:5080/")]
    [InlineData("http://192.0.2.7:5080;http://localhost:5081", "http://192.0.2.7:5080/")]
    public void Lead_to_the_program_from_its_own_machine(string? urls, string address) =>
        Assert.Equal(address, Listening.FromThisMachine(urls).ToString());
}
