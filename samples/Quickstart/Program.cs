using PressParse;

var release = ReleaseParser.Default.Parse("TORONTO, July 18, 2017 (CNW) -- Echo Mines Ltd. (TSX: EMS) produced 28,250 ounces of gold in the second quarter of 2017.");
foreach (var figure in release.Figures)
    Console.WriteLine($"{release.Header.Company}: {figure.Quantity.SingleValue} {figure.Quantity.Unit} of {figure.Commodity}, {figure.Period?.Start:yyyy-MM-dd} to {figure.Period?.End:yyyy-MM-dd}");
