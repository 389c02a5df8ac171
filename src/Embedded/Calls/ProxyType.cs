using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Orleans.Runtime;

namespace PetitionMesh.Embedded.Calls;

/// <summary>
/// The class emitted for a grain contract, once per process. For <c>Task&lt;int&gt; Add(int a, int b)</c> as method 3 it holds
/// <code>
/// public Task&lt;int&gt; Add(int a, int b) => base.Call&lt;(int, int), int&gt;(3, (a, b));
/// public static Task Invoke3(object grain, (int, int) arguments) => ((IGrain)grain).Add(arguments.Item1, arguments.Item2);
/// </code>
/// so that a call costs neither reflection nor boxing.
/// </summary>
internal sealed class ProxyType
{
    private static readonly ConcurrentDictionary<Type, Lazy<ProxyType>> s_types = new();
    private static readonly MethodInfo s_call =
        typeof(GrainReference).GetMethod(nameof(GrainReference.Call), BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly ConstructorInfo s_base = typeof(GrainReference).GetConstructor(
        BindingFlags.Instance | BindingFlags.NonPublic, [typeof(Contract), typeof(string)])!;

    private ProxyType(Type grainInterface)
    {
        if (!grainInterface.IsInterface) throw new NotSupportedException($"{grainInterface} is no interface.");
        Methods = [.. grainInterface.GetInterfaces().Prepend(grainInterface).SelectMany(Members).Select(MethodShape.Of)];
        var type = Emit(grainInterface);
        for (var i = 0; i < Methods.Length; i++) Methods[i].Invoker = type.GetMethod("Invoke" + i)!;
        Create = type.GetMethod(nameof(Create))!.CreateDelegate<Func<Contract, string, GrainReference>>();
    }

    public MethodShape[] Methods { get; }

    public Func<Contract, string, GrainReference> Create { get; }

    public static ProxyType For(Type grainInterface) =>
        s_types.GetOrAdd(grainInterface, static type => new Lazy<ProxyType>(() => new ProxyType(type))).Value;

    private static IEnumerable<MethodInfo> Members(Type grainInterface)
    {
        if (grainInterface.ContainsGenericParameters) throw new NotSupportedException($"{grainInterface} is an open generic type.");
        return grainInterface.GetMethods(BindingFlags.Instance | BindingFlags.Public).Where(method => method.IsAbstract);
    }

    private Type Emit(Type grainInterface)
    {
        var name = "PetitionMesh.Embedded.Proxies." + grainInterface.Name;
        var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName(name), AssemblyBuilderAccess.Run);
        GrantAccess(assembly, grainInterface);
        var type = assembly.DefineDynamicModule(name).DefineType(
            name, TypeAttributes.Public | TypeAttributes.Sealed, typeof(GrainReference), [grainInterface]);
        EmitCreate(type, EmitConstructor(type));
        for (var i = 0; i < Methods.Length; i++)
        {
            EmitMember(type, Methods[i], i);
            EmitInvoker(type, Methods[i], i);
        }
        return type.CreateType();
    }

    private static ConstructorBuilder EmitConstructor(TypeBuilder type)
    {
        var constructor = type.DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, [typeof(Contract), typeof(string)]);
        var il = constructor.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_2);
        il.Emit(OpCodes.Call, s_base);
        il.Emit(OpCodes.Ret);
        return constructor;
    }

    private static void EmitCreate(TypeBuilder type, ConstructorBuilder constructor)
    {
        var il = type.DefineMethod(nameof(Create), MethodAttributes.Public | MethodAttributes.Static, typeof(GrainReference),
            [typeof(Contract), typeof(string)]).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Newobj, constructor);
        il.Emit(OpCodes.Ret);
    }

    private static void EmitMember(TypeBuilder type, MethodShape shape, int number)
    {
        var types = shape.ParameterTypes;
        var method = type.DefineMethod($"{shape.Method.DeclaringType!.Name}.{shape.Method.Name}.{number}",
            MethodAttributes.Private | MethodAttributes.Virtual | MethodAttributes.Final | MethodAttributes.HideBySig | MethodAttributes.NewSlot,
            shape.Method.ReturnType, types);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldc_I4, number);
        for (var i = 0; i < types.Length; i++) il.Emit(OpCodes.Ldarg, (short)(i + 1));
        if (types.Length > 0) il.Emit(OpCodes.Newobj, shape.Arguments.GetConstructor(types)!);
        else
        {
            var empty = il.DeclareLocal(shape.Arguments);
            il.Emit(OpCodes.Ldloca, empty);
            il.Emit(OpCodes.Initobj, shape.Arguments);
            il.Emit(OpCodes.Ldloc, empty);
        }
        il.Emit(OpCodes.Call, s_call.MakeGenericMethod(shape.Arguments, shape.Result));
        if (shape.ReturnsValueTask)
        {
            var task = shape.Result == typeof(Nothing) ? typeof(Task) : typeof(Task<>).MakeGenericType(shape.Result);
            il.Emit(OpCodes.Newobj, shape.Method.ReturnType.GetConstructor([task])!);
        }
        il.Emit(OpCodes.Ret);
        type.DefineMethodOverride(method, shape.Method);
    }

    private static void EmitInvoker(TypeBuilder type, MethodShape shape, int number)
    {
        var il = type.DefineMethod("Invoke" + number, MethodAttributes.Public | MethodAttributes.Static, typeof(Task),
            [typeof(object), shape.Arguments]).GetILGenerator();
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Castclass, shape.Method.DeclaringType!);
        for (var i = 0; i < shape.ParameterTypes.Length; i++)
        {
            il.Emit(OpCodes.Ldarga_S, (byte)1);
            il.Emit(OpCodes.Ldfld, shape.Arguments.GetField("Item" + (i + 1))!);
        }
        il.Emit(OpCodes.Callvirt, shape.Method);
        if (shape.ReturnsValueTask)
        {
            var task = il.DeclareLocal(shape.Method.ReturnType);
            il.Emit(OpCodes.Stloc, task);
            il.Emit(OpCodes.Ldloca, task);
            il.Emit(OpCodes.Call, shape.Method.ReturnType.GetMethod(nameof(ValueTask.AsTask))!);
        }
        il.Emit(OpCodes.Ret);
    }

    /// <summary>Contracts are internal as a rule; the runtime lets an assembly with this attribute see them.</summary>
    private void GrantAccess(AssemblyBuilder assembly, Type grainInterface)
    {
        var attribute = typeof(IgnoresAccessChecksToAttribute).GetConstructor([typeof(string)])!;
        var types = Methods.SelectMany(shape => shape.ParameterTypes.Append(shape.Result).Append(shape.Method.DeclaringType!));
        foreach (var seen in types.SelectMany(Parts).Append(grainInterface).Append(typeof(GrainReference)).Select(Owner).Distinct())
            assembly.SetCustomAttribute(new CustomAttributeBuilder(attribute, [seen]));

        static string Owner(Type type) => type.Assembly.GetName().Name!;
    }

    private static IEnumerable<Type> Parts(Type type) => type switch
    {
        { HasElementType: true } => Parts(type.GetElementType()!),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type),
        _ => [type],
    };
}
