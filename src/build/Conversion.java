import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;

/** The change of values between a lambda's interface and its body: casts, boxes, and widening. */
class Conversion {
    private static final Map<ClassDesc, ClassDesc> BOXES = Map.of(
            ConstantDescs.CD_boolean, ConstantDescs.CD_Boolean,
            ConstantDescs.CD_byte, ConstantDescs.CD_Byte,
            ConstantDescs.CD_char, ConstantDescs.CD_Character,
            ConstantDescs.CD_short, ConstantDescs.CD_Short,
            ConstantDescs.CD_int, ConstantDescs.CD_Integer,
            ConstantDescs.CD_long, ConstantDescs.CD_Long,
            ConstantDescs.CD_float, ConstantDescs.CD_Float,
            ConstantDescs.CD_double, ConstantDescs.CD_Double);

    private Conversion() {}

    /**
     * Writes what makes one type of another.
     *
     * @param from the type on the stack
     * @param seen the type that the source has in this place, between the two
     * @param to the type that is asked for
     */
    static void write(CodeBuilder code, ClassDesc from, ClassDesc seen, ClassDesc to) {
        if (from.isPrimitive() && to.isPrimitive()) {
            widen(code, from, to);
        } else if (from.isPrimitive()) {
            ClassDesc box = BOXES.get(from);
            code.invokestatic(box, "valueOf", MethodTypeDesc.of(box, from));
        } else if (to.isPrimitive()) {
            unbox(code, from, seen, to);
        } else {
            cast(code, from, seen);
        }
    }

    static StackInstruction pop(ClassDesc type) {
        return StackInstruction.of(TypeKind.from(type).slotSize() == 2 ? Opcode.POP2 : Opcode.POP);
    }

    private static void unbox(CodeBuilder code, ClassDesc from, ClassDesc seen, ClassDesc to) {
        ClassDesc box = BOXES.get(to);
        ClassDesc value = to;
        for (var known : BOXES.entrySet()) {
            if (!known.getValue().equals(seen) && !known.getValue().equals(from)) continue;
            box = known.getValue();
            value = known.getKey();
        }
        cast(code, from, box);
        code.invokevirtual(box, value.displayName() + "Value", MethodTypeDesc.of(value));
        widen(code, value, to);
    }

    private static void widen(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (!from.equals(to)) code.conversion(TypeKind.from(from), TypeKind.from(to));
    }

    private static void cast(CodeBuilder code, ClassDesc from, ClassDesc to) {
        if (!from.equals(to) && !to.equals(ConstantDescs.CD_Object)) code.checkcast(to);
    }
}
