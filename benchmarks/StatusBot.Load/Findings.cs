using System.Globalization;

namespace StatusBot.Load;

/// <summary>Measured values by what was measured and whom, and the table that comes of them.</summary>
internal sealed class Findings
{
    private readonly Dictionary<(string What, string Who), List<double>> _values = [];

    /// <summary>Takes a value.</summary>
    public void Add(string what, string who, double value)
    {
        if (!_values.TryGetValue((what, who), out var values))
            _values[(what, who)] = values = [];
        values.Add(value);
    }

    /// <summary>A row that holds the bot against the floor: the median of the rounds' ratios, and their spread.</summary>
    public void PrintRatio(string what, string floor, string bot, double target, bool atLeast = false)
    {
        if (!_values.TryGetValue((what, floor), out var floors) || !_values.TryGetValue((what, bot), out var bots))
            return;
        var ratios = bots.Zip(floors, (one, other) => one / other).ToList();
        var ratio = Median(ratios);
        var holds = atLeast ? ratio >= target : ratio <= target;
        Print($"{what,-46}{Median(floors),10:F1}{Median(bots),10:F1}{"×" + ratio.ToString("F2", CultureInfo.InvariantCulture),9}   ×{ratios.Min():F2}–{ratios.Max():F2}   {(atLeast ? "≥" : "≤")} ×{target:F2}  {Verdict(holds)}");
    }

    /// <summary>A row that holds a value against its target; the floor's stands there to tell a busy machine.</summary>
    public void PrintValue(string what, string floor, string who, double target)
    {
        if (!_values.TryGetValue((what, who), out var values))
            return;
        var floors = _values.TryGetValue((what, floor), out var found) ? Median(found).ToString("F1", CultureInfo.InvariantCulture) : "";
        Print($"{what + ", " + who,-46}{floors,10}{Median(values),10:F1}{"",9}   {values.Min():F1}–{values.Max():F1}   ≤ {target:F0}  {Verdict(Median(values) <= target)}");
    }

    public static void PrintHead() => Print($"{"",-46}{"floor",10}{"bot",10}{"ratio",9}   spread   target");

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static string Verdict(bool holds) => holds ? "✓" : "✗ missed";

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
