package app.aisha.adapters.whisper;

import java.util.Arrays;

/** How the numbers of a tensor are stored, with the codes of GGML. */
enum WeightType {
    F32(0, 0, 1, 4),
    F16(1, 1, 1, 2),
    Q4_0(2, 2, 32, 18),
    Q4_1(3, 3, 32, 20),
    Q5_0(6, 8, 32, 22),
    Q5_1(7, 9, 32, 24),
    Q8_0(8, 7, 32, 34);

    private final int tensorCode;
    private final int fileCode;
    private final int block;
    private final int blockBytes;

    WeightType(int tensorCode, int fileCode, int block, int blockBytes) {
        this.tensorCode = tensorCode;
        this.fileCode = fileCode;
        this.block = block;
        this.blockBytes = blockBytes;
    }

    /** What the large tensors of a file are stored in. */
    static WeightType ofFile(int code) throws BrokenModel {
        return Arrays.stream(values())
                .filter(type -> type.fileCode == code)
                .findAny()
                .orElseThrow(() -> new BrokenModel("stores its numbers in an unknown way, ftype " + code));
    }

    boolean hasTensorCode(int code) {
        return tensorCode == code;
    }

    long bytes(long numbers) {
        return numbers / block * blockBytes;
    }
}
