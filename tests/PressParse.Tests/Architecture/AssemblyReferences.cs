using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PressParse.Tests.Architecture;

/// <summary>A type that uses a member of another type, both by full name, nested types named after their outermost one.</summary>
internal readonly record struct TypeUse(string User, string Used, string Member);

/// <summary>Reads from a compiled assembly which types its types use, in signatures and in code.</summary>
internal sealed class AssemblyReferences : ISignatureTypeProvider<ImmutableArray<string>, object?>
{
    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes).GetFields().Select(f => f.GetValue(null)).OfType<OpCode>().ToDictionary(c => (int)(ushort)c.Value);

    private readonly MetadataReader _metadata;
    private readonly PEReader _assembly;
    private readonly HashSet<TypeUse> _uses = [];

    private AssemblyReferences(PEReader assembly)
    {
        _assembly = assembly;
        _metadata = assembly.GetMetadataReader();
    }

    /// <summary>Every use in the assembly, each once.</summary>
    public static IReadOnlyCollection<TypeUse> Of(string path)
    {
        using var assembly = new PEReader(File.OpenRead(path));
        var references = new AssemblyReferences(assembly);
        foreach (var handle in references._metadata.TypeDefinitions) references.Read(handle);
        return references._uses;
    }

    private void Read(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        var user = NameOf(handle)[0];
        Add(user, type.BaseType);
        foreach (var implemented in type.GetInterfaceImplementations()) Add(user, _metadata.GetInterfaceImplementation(implemented).Interface);
        foreach (var field in type.GetFields()) Add(user, _metadata.GetFieldDefinition(field).DecodeSignature(this, null));
        foreach (var methodHandle in type.GetMethods())
        {
            var method = _metadata.GetMethodDefinition(methodHandle);
            Add(user, method.DecodeSignature(this, null));
            if (method.RelativeVirtualAddress == 0) continue;
            var body = _assembly.GetMethodBody(method.RelativeVirtualAddress);
            if (!body.LocalSignature.IsNil)
                foreach (var local in _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(this, null)) Add(user, local);
            ReadCode(user, body.GetILReader());
        }
    }

    private void ReadCode(string user, BlobReader code)
    {
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            if (value == 0xFE) value = 0xFE00 | code.ReadByte();
            switch (Codes[value].OperandType)
            {
                case OperandType.InlineNone: break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar: code.ReadByte(); break;
                case OperandType.InlineVar: code.ReadInt16(); break;
                case OperandType.InlineI8 or OperandType.InlineR: code.ReadInt64(); break;
                case OperandType.InlineSwitch: for (var n = code.ReadInt32(); n > 0; n--) code.ReadInt32(); break;
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Add(user, MetadataTokens.EntityHandle(code.ReadInt32()));
                    break;
                default: code.ReadInt32(); break;
            }
        }
    }

    private void Add(string user, EntityHandle handle)
    {
        if (handle.IsNil) return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification:
                Add(user, NameOf(handle));
                break;
            case HandleKind.MethodDefinition:
                Add(user, NameOf(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.FieldDefinition:
                Add(user, NameOf(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
                break;
            case HandleKind.MemberReference:
                var member = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                if (member.Parent.Kind is HandleKind.TypeDefinition or HandleKind.TypeReference or HandleKind.TypeSpecification)
                    Add(user, NameOf(member.Parent), _metadata.GetString(member.Name));
                if (member.GetKind() == MemberReferenceKind.Method) Add(user, member.DecodeMethodSignature(this, null));
                else Add(user, member.DecodeFieldSignature(this, null));
                break;
            case HandleKind.MethodSpecification:
                var method = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(user, method.Method);
                foreach (var argument in method.DecodeSignature(this, null)) Add(user, argument);
                break;
        }
    }

    private void Add(string user, MethodSignature<ImmutableArray<string>> signature)
    {
        Add(user, signature.ReturnType);
        foreach (var parameter in signature.ParameterTypes) Add(user, parameter);
    }

    private void Add(string user, ImmutableArray<string> names, string member = "")
    {
        foreach (var name in names) _uses.Add(new TypeUse(user, name, member));
    }

    private ImmutableArray<string> NameOf(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => GetTypeFromDefinition(_metadata, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => GetTypeFromReference(_metadata, (TypeReferenceHandle)handle, 0),
        _ => _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null),
    };

    public ImmutableArray<string> GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil) type = reader.GetTypeDefinition(type.GetDeclaringType());
        return [$"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}"];
    }

    public ImmutableArray<string> GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        while (type.ResolutionScope.Kind == HandleKind.TypeReference) type = reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope);
        return [$"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}"];
    }

    public ImmutableArray<string> GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, null);

    public ImmutableArray<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public ImmutableArray<string> GetArrayType(ImmutableArray<string> elementType, ArrayShape shape) => elementType;

    public ImmutableArray<string> GetByReferenceType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetFunctionPointerType(MethodSignature<ImmutableArray<string>> signature) => [.. signature.ReturnType, .. signature.ParameterTypes.SelectMany(p => p)];

    public ImmutableArray<string> GetGenericInstantiation(ImmutableArray<string> genericType, ImmutableArray<ImmutableArray<string>> typeArguments) => [.. genericType, .. typeArguments.SelectMany(a => a)];

    public ImmutableArray<string> GetGenericMethodParameter(object? genericContext, int index) => [];

    public ImmutableArray<string> GetGenericTypeParameter(object? genericContext, int index) => [];

    public ImmutableArray<string> GetModifiedType(ImmutableArray<string> modifier, ImmutableArray<string> unmodifiedType, bool isRequired) => unmodifiedType;

    public ImmutableArray<string> GetPinnedType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetPointerType(ImmutableArray<string> elementType) => elementType;

    public ImmutableArray<string> GetSZArrayType(ImmutableArray<string> elementType) => elementType;
}
