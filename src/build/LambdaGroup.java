import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Lambdas that implement the same interface and capture values of the same types, as one class: its objects hold the
 * number of their lambda and what was captured, and its one method chooses by that number. A lambda that captures
 * nothing has one object, as the JVM has it.
 */
class LambdaGroup {
    private static final String NUMBER = "number";
    private static final String MAKE = "make";

    /** A lambda: the method that has its body, and the interface's method as it is called in this place. */
    private record Lambda(DirectMethodHandleDesc body, MethodTypeDesc called) {}

    private final ClassDesc name;
    private final String method;
    private final MethodTypeDesc factory;
    private final MethodTypeDesc erased;
    private final List<Lambda> lambdas = new ArrayList<>();

    /**
     * @param name of the new class
     * @param method the name of the interface's method
     * @param factory from the captured values to the interface
     * @param erased the type of the interface's method
     */
    LambdaGroup(ClassDesc name, String method, MethodTypeDesc factory, MethodTypeDesc erased) {
        this.name = name;
        this.method = method;
        this.factory = factory;
        this.erased = erased;
    }

    ClassDesc name() {
        return name;
    }

    /** The number of the added lambda. */
    int add(DirectMethodHandleDesc body, MethodTypeDesc called) {
        lambdas.add(new Lambda(body, called));
        return lambdas.size() - 1;
    }

    /** Writes what gives an object; what it captures is on the stack. */
    void give(CodeBuilder code, int number) {
        if (captures()) code.loadConstant(number).invokestatic(name, MAKE, makeType());
        else code.getstatic(name, constant(number), factory.returnType());
    }

    byte[] bytes(ClassFile files, ClassDesc nest) {
        return files.build(name, builder -> {
            builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC)
                    .withInterfaceSymbols(factory.returnType())
                    .with(NestHostAttribute.of(nest))
                    .withField(NUMBER, CD_int, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
            for (int i = 0; i < factory.parameterCount(); i++) {
                builder.withField(captured(i), factory.parameterType(i), ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL);
            }
            builder.withMethodBody(INIT_NAME, constructorType(), ClassFile.ACC_PRIVATE, this::writeConstructor);
            if (captures()) builder.withMethodBody(MAKE, makeType(), ClassFile.ACC_STATIC, this::writeMake);
            else writeConstants(builder);
            builder.withMethodBody(method, erased, ClassFile.ACC_PUBLIC, this::writeMethod);
        });
    }

    private boolean captures() {
        return factory.parameterCount() > 0;
    }

    private static String constant(int number) {
        return "LAMBDA_" + number;
    }

    private static String captured(int index) {
        return "captured" + index;
    }

    private MethodTypeDesc makeType() {
        int last = factory.parameterCount();
        return factory.insertParameterTypes(last, CD_int);
    }

    private MethodTypeDesc constructorType() {
        return makeType().changeReturnType(CD_void);
    }

    private void writeConstructor(CodeBuilder code) {
        code.aload(0).invokespecial(ConstantDescs.CD_Object, INIT_NAME, MTD_void);
        int count = factory.parameterCount();
        for (int i = 0; i < count; i++) {
            ClassDesc type = factory.parameterType(i);
            code.aload(0).loadLocal(TypeKind.from(type), code.parameterSlot(i)).putfield(name, captured(i), type);
        }
        code.aload(0)
                .iload(code.parameterSlot(count))
                .putfield(name, NUMBER, CD_int)
                .return_();
    }

    private void writeMake(CodeBuilder code) {
        code.new_(name).dup();
        for (int i = 0; i < makeType().parameterCount(); i++) {
            code.loadLocal(TypeKind.from(makeType().parameterType(i)), code.parameterSlot(i));
        }
        code.invokespecial(name, INIT_NAME, constructorType()).areturn();
    }

    private void writeConstants(ClassBuilder builder) {
        for (int i = 0; i < lambdas.size(); i++) {
            builder.withField(constant(i), factory.returnType(), ClassFile.ACC_STATIC | ClassFile.ACC_FINAL);
        }
        builder.withMethodBody(ConstantDescs.CLASS_INIT_NAME, MTD_void, ClassFile.ACC_STATIC, code -> {
            for (int i = 0; i < lambdas.size(); i++) {
                code.new_(name)
                        .dup()
                        .loadConstant(i)
                        .invokespecial(name, INIT_NAME, constructorType())
                        .putstatic(name, constant(i), factory.returnType());
            }
            code.return_();
        });
    }

    private void writeMethod(CodeBuilder code) {
        if (lambdas.size() == 1) {
            writeCall(code, lambdas.getFirst());
            return;
        }
        Label otherwise = code.newLabel();
        List<SwitchCase> cases = new ArrayList<>();
        for (int i = 0; i < lambdas.size() - 1; i++) cases.add(SwitchCase.of(i, code.newLabel()));
        code.aload(0).getfield(name, NUMBER, CD_int).tableswitch(0, lambdas.size() - 2, otherwise, cases);
        for (int i = 0; i < lambdas.size(); i++) {
            code.labelBinding(i < cases.size() ? cases.get(i).target() : otherwise);
            writeCall(code, lambdas.get(i));
        }
    }

    /** Calls the body with what was captured and what the interface's method was called with. */
    private void writeCall(CodeBuilder code, Lambda lambda) {
        DirectMethodHandleDesc body = lambda.body();
        boolean constructor = body.kind() == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
        if (constructor) code.new_(body.owner()).dup();
        // With its receiver, as method handles have it.
        MethodTypeDesc takes = body.invocationType();
        int given = 0;
        for (int i = 0; i < factory.parameterCount(); i++, given++) {
            code.aload(0).getfield(name, captured(i), factory.parameterType(i));
        }
        for (int i = 0; i < erased.parameterCount(); i++, given++) {
            ClassDesc type = erased.parameterType(i);
            code.loadLocal(TypeKind.from(type), code.parameterSlot(i));
            Conversion.write(code, type, lambda.called().parameterType(i), takes.parameterType(given));
        }
        writeInvoke(code, body);
        ClassDesc gives = constructor ? body.owner() : takes.returnType();
        if (erased.returnType().equals(CD_void)) {
            if (!gives.equals(CD_void)) code.with(Conversion.pop(gives));
            code.return_();
        } else {
            Conversion.write(code, gives, erased.returnType(), erased.returnType());
            code.return_(TypeKind.from(erased.returnType()));
        }
    }

    private static void writeInvoke(CodeBuilder code, DirectMethodHandleDesc body) {
        ClassDesc owner = body.owner();
        String called = body.methodName();
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(body.lookupDescriptor());
        switch (body.kind()) {
            case STATIC, INTERFACE_STATIC -> code.invokestatic(owner, called, type, body.isOwnerInterface());
            case CONSTRUCTOR -> code.invokespecial(owner, INIT_NAME, type);
            case VIRTUAL -> code.invokevirtual(owner, called, type);
            // A private method, which a class of its nest calls as any other.
            case SPECIAL -> code.invokevirtual(owner, called, type);
            case INTERFACE_VIRTUAL, INTERFACE_SPECIAL -> code.invokeinterface(owner, called, type);
            default -> throw new IllegalStateException("no method has a body of kind " + body.kind());
        }
    }
}
