package io.pfsgateway.domain.checksum;

/**
 * Puts the values of two stretches of bytes together to the value of both. Moving a value over as many zero bytes as follow is
 * a multiplication by a power of x in the polynomials over GF(2), modulo the CRC's own polynomial; the power is found by
 * squaring, so that a part of any length costs the same few steps. All three are reflected, with their register and their
 * result inverted, which cancels out in the sum.
 */
enum CyclicSum {
    CRC32(0xEDB88320L, 32),
    CRC32C(0x82F63B78L, 32),
    CRC64NVME(0x9A6C9329AC4BC9B5L, 64);

    private final long polynomial;
    private final long one;
    private final long byX8;

    CyclicSum(long polynomial, int bits) {
        this.polynomial = polynomial;
        // The highest bit is the coefficient of x^0, as in the registers.
        this.one = 1L << (bits - 1);
        this.byX8 = one >>> Byte.SIZE;
    }

    /** The value of two stretches by the value of each, where the second has this many bytes. */
    long combine(long first, long second, long secondBytes) {
        return multiply(first, power(byX8, secondBytes)) ^ second;
    }

    private long power(long base, long exponent) {
        long result = one;
        long square = base;
        for (long left = exponent; left != 0; left >>>= 1) {
            if ((left & 1) != 0) {
                result = multiply(result, square);
            }
            square = multiply(square, square);
        }
        return result;
    }

    private long multiply(long left, long right) {
        long product = 0;
        long shifted = right;
        for (long bit = one; bit != 0; bit >>>= 1) {
            if ((left & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) == 0 ? shifted >>> 1 : shifted >>> 1 ^ polynomial;
        }
        return product;
    }
}
