using System.Reflection;
using Orleans;

namespace PetitionMesh.Embedded.Calls;

/// <summary>A contract's method as the proxy carries it: the arguments as one value tuple, the result as one task.</summary>
/// <param name="Method">The method of the contract.</param>
/// <param name="Arguments">A <see cref="ValueTuple"/> over the parameter types.</param>
/// <param name="Result">What the task gives, <see cref="Nothing"/> for a plain one.</param>
internal sealed record MethodShape(MethodInfo Method, Type Arguments, Type Result)
{
    /// <summary>The emitted static method that makes the call on the grain; set once the proxy is built.</summary>
    public MethodInfo Invoker { get; set; } = Method;

    public bool ReturnsValueTask => Method.ReturnType == typeof(ValueTask)
        || (Method.ReturnType.IsGenericType && Method.ReturnType.GetGenericTypeDefinition() == typeof(ValueTask<>));

    public Type[] ParameterTypes => [.. Method.GetParameters().Select(parameter => parameter.ParameterType)];

    public static MethodShape Of(MethodInfo method)
    {
        var parameters = method.GetParameters();
        if (method.IsGenericMethodDefinition) throw Refuse(method, "is generic");
        if (parameters.Length > 7) throw Refuse(method, "has more than 7 parameters: pass a record");
        if (parameters.Any(parameter => parameter.ParameterType.IsByRef || parameter.ParameterType.IsByRefLike))
            throw Refuse(method, "passes a parameter by reference");
        return new MethodShape(method, TupleOf([.. parameters.Select(parameter => parameter.ParameterType)]), ResultOf(method));
    }

    public static bool IsImmutable(ICustomAttributeProvider parameter) => parameter.IsDefined(typeof(ImmutableAttribute), false);

    private static Type ResultOf(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(Task) || type == typeof(ValueTask)) return typeof(Nothing);
        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(ValueTask<>)))
            return type.GetGenericArguments()[0];
        throw Refuse(method, "does not return a task");
    }

    private static Type TupleOf(Type[] types) => types.Length switch
    {
        0 => typeof(ValueTuple),
        1 => typeof(ValueTuple<>).MakeGenericType(types),
        2 => typeof(ValueTuple<,>).MakeGenericType(types),
        3 => typeof(ValueTuple<,,>).MakeGenericType(types),
        4 => typeof(ValueTuple<,,,>).MakeGenericType(types),
        5 => typeof(ValueTuple<,,,,>).MakeGenericType(types),
        6 => typeof(ValueTuple<,,,,,>).MakeGenericType(types),
        _ => typeof(ValueTuple<,,,,,,>).MakeGenericType(types),
    };

    private static NotSupportedException Refuse(MethodInfo method, string why) =>
        new($"{method.DeclaringType}.{method.Name} {why}, which a grain's contract cannot do.");
}
