import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The lambdas of a class, by what they take and give. */
class LambdaGroups {
    private static final ClassDesc METAFACTORY = ClassDesc.of("java.lang.invoke.LambdaMetafactory");

    private final ClassDesc host;
    private final Map<String, LambdaGroup> groups = new LinkedHashMap<>();

    /** The number in its group of each lambda, by its call. */
    private final Map<String, Integer> numbers = new HashMap<>();

    LambdaGroups(ClassModel model) {
        host = model.thisClass().asSymbol();
        for (MethodModel method : model.methods()) {
            if (method.code().isEmpty()) continue;
            CodeModel code = method.code().orElseThrow();
            for (var element : code) {
                if (element instanceof InvokeDynamicInstruction call && isLambda(call)) add(call);
            }
        }
    }

    Collection<LambdaGroup> all() {
        return groups.values();
    }

    boolean has(InvokeDynamicInstruction call) {
        return isLambda(call);
    }

    /** Writes what gives the lambda's object, whose captured values are on the stack. */
    void replace(CodeBuilder code, InvokeDynamicInstruction call) {
        groups.get(groupKey(call)).give(code, numbers.get(key(call)));
    }

    private void add(InvokeDynamicInstruction call) {
        LambdaGroup group = groups.computeIfAbsent(groupKey(call), ignored -> newGroup(call));
        numbers.computeIfAbsent(
                key(call),
                ignored -> group.add(
                        body(call), (MethodTypeDesc) call.bootstrapArgs().get(2)));
    }

    private LambdaGroup newGroup(InvokeDynamicInstruction call) {
        String descriptor = host.descriptorString();
        String name = descriptor.substring(0, descriptor.length() - 1) + "$Lambdas" + (groups.size() + 1) + ";";
        return new LambdaGroup(
                ClassDesc.ofDescriptor(name), call.name().stringValue(), call.typeSymbol(), (MethodTypeDesc)
                        call.bootstrapArgs().getFirst());
    }

    /** Of what {@code LambdaMetafactory} makes; a lambda of several types or bridges has another bootstrap method. */
    private static boolean isLambda(InvokeDynamicInstruction call) {
        var bootstrap = call.bootstrapMethod();
        return bootstrap.owner().equals(METAFACTORY) && bootstrap.methodName().equals("metafactory");
    }

    private static String groupKey(InvokeDynamicInstruction call) {
        return call.name().stringValue() + call.typeSymbol().descriptorString() + type(call, 0);
    }

    private static String key(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc body = body(call);
        return groupKey(call)
                + body.kind()
                + body.owner().descriptorString()
                + body.methodName()
                + body.lookupDescriptor()
                + type(call, 2);
    }

    private static DirectMethodHandleDesc body(InvokeDynamicInstruction call) {
        return (DirectMethodHandleDesc) call.bootstrapArgs().get(1);
    }

    private static String type(InvokeDynamicInstruction call, int argument) {
        return ((MethodTypeDesc) call.bootstrapArgs().get(argument)).descriptorString();
    }
}
