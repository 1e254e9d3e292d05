using System.Reflection;
using System.Text;
using FluentAssertions;
using PressParse.Text;
using Xunit;

namespace PressParse.Tests.PublicApi;

/// <summary>
/// Pins what users of the two libraries can see. After a change that is meant, run the tests once with PRESSPARSE_ACCEPT_API=1 and commit
/// the new text.
/// </summary>
public sealed class PublicApiTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Theory]
    [InlineData("PressParse.Core")]
    [InlineData("PressParse")]
    public void The_public_api_is_the_approved_one(string library)
    {
        var approved = Path.Combine(RepositoryRoot.Path, "tests", "PressParse.Tests", "PublicApi", library + ".txt");
        var actual = Describe(library == "PressParse" ? typeof(ReleaseParser).Assembly : typeof(TextSpan).Assembly);
        if (Environment.GetEnvironmentVariable("PRESSPARSE_ACCEPT_API") == "1") File.WriteAllText(approved, actual);
        actual.Should().Be(File.ReadAllText(approved), "the public API is pinned; if the change is meant, run the tests once with PRESSPARSE_ACCEPT_API=1");
    }

    private static string Describe(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type)).Append(Parents(type)).Append('\n');
            var members = type.GetMembers(Declared).Select(Describe).OfType<string>().Distinct().Order(StringComparer.Ordinal);
            foreach (var member in members) text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        FieldInfo field when Seen(field.Attributes) && !field.IsSpecialName => field.IsLiteral ? $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}" : $"{Static(field.IsStatic)}field {Name(field.FieldType)} {field.Name}",
        PropertyInfo property when property.GetAccessors(true).Any(Seen) => $"{Static(property.GetAccessors(true)[0].IsStatic)}{Name(property.PropertyType)} {property.Name} {{ {string.Join(' ', property.GetAccessors(true).Where(Seen).Select(Accessor))} }}",
        ConstructorInfo constructor when Seen(constructor) && !constructor.IsStatic => $"{Protected(constructor)}new({Parameters(constructor)})",
        MethodInfo method when Seen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !method.Name.Contains('<', StringComparison.Ordinal) => $"{Protected(method)}{Static(method.IsStatic)}{Name(method.ReturnType)} {method.Name}{Arguments(method)}({Parameters(method)})",
        _ => null,
    };

    private static string Accessor(MethodInfo accessor) =>
        accessor.Name.StartsWith("get_", StringComparison.Ordinal) ? "get;" : accessor.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? "init;" : "set;";

    private static bool Seen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Seen(FieldAttributes attributes) => (attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static string Protected(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Arguments(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}{(p.HasDefaultValue ? $" = {p.DefaultValue ?? "default"}" : "")}"));

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Parents(Type type)
    {
        var parents = new List<string>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum)) parents.Add(Name(parent));
        parents.AddRange(type.GetInterfaces().Where(i => i.Namespace!.StartsWith("PressParse", StringComparison.Ordinal)).Select(Name).Order(StringComparer.Ordinal));
        return parents.Count == 0 ? "" : " : " + string.Join(", ", parents);
    }

    private static string Name(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);
        var name = type.IsNested ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Namespace!.StartsWith("PressParse", StringComparison.Ordinal) ? $"{type.Namespace}.{type.Name}" : type.Name;
        if (!type.IsGenericType) return name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return $"{(tick < 0 ? name : name[..tick])}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
