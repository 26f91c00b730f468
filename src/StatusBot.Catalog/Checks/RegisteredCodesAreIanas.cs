using StatusBot.Catalog.Loading;

namespace StatusBot.Catalog.Checks;

/// <summary>What IANA registers is there, by IANA's phrase and document, as its main meaning; and nothing else claims to be IANA's.</summary>
/// <remarks>Held against a dated copy: the registry of 2025-09-15, <see href="https://www.iana.org/assignments/http-status-codes/"/>.</remarks>
internal sealed class RegisteredCodesAreIanas : ICatalogCheck
{
    private const string Registry = "IANA";

    public IEnumerable<Finding> Check(CatalogData data)
    {
        var files = data.Codes.ToDictionary(file => file.Value.Code);
        foreach (var row in data.Registry)
        {
            if (!files.TryGetValue(row.Code, out var file))
            {
                yield return new Finding($"Data/codes/{row.Code}.json", "$", $"is missing, but IANA registers {row.Code} {row.Phrase}; add it");
                continue;
            }

            var main = file.Value.Main;
            if (main.Owner != Registry)
                yield return new Finding(file.File, "meanings[0].owner", "is not IANA, which registers the code; put IANA's meaning first");
            else if (main.Phrase.En != row.Phrase)
                yield return new Finding(file.File, "meanings[0].phrase.en", $"is \"{main.Phrase.En}\"; IANA's is \"{row.Phrase}\"");
            else if (main.Source.Document != row.Reference.Split(" §")[0] || (row.Reference.Contains('§', StringComparison.Ordinal) && main.Source.ToString() != row.Reference))
                yield return new Finding(file.File, "meanings[0].source", $"is {main.Source}; IANA names {row.Reference}");
        }

        var registered = data.Registry.Select(row => row.Code).ToHashSet();
        foreach (var (file, code) in data.Codes.Where(file => !registered.Contains(file.Value.Code)))
        {
            if (code.Meanings.Any(meaning => meaning.Owner == Registry))
                yield return new Finding(file, "meanings", $"have IANA as an owner, which does not register {code.Code}; name the vendor");
        }
    }
}
