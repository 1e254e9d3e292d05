using PressParse.Benchmarks.Repair;

return args switch
{
    ["repair-model", .. var rest] => WordModelBuilder.Run(rest),
    ["repair", .. var rest] => RepairMeasure.Run(rest),
    ["repair-figures", .. var rest] => FigureEffect.Run(rest),
    ["repair-show", var file] => RepairShow.Run(file),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("verbs: repair, repair-figures, repair-model, repair-show");
    return 2;
}
