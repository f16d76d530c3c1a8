package io.pfsgateway.pfs.tree;

import java.util.Arrays;
import java.util.Random;

/** Kinds of paths that trees meet. */
enum KeyShape {
    ANY_BYTES {
        @Override
        byte[] draw(Random random, int space) {
            byte[] path = new byte[random.nextInt(4)];
            random.nextBytes(path);
            return path;
        }
    },
    DIRECTORIES {
        @Override
        byte[] draw(Random random, int space) {
            int number = random.nextInt(space);
            return Trees.bytes("warehouse/table-%d/day=%d/%d".formatted(number % 3, number % 30, number));
        }
    },
    LONG {
        @Override
        byte[] draw(Random random, int space) {
            int number = random.nextInt(space);
            byte[] path = new byte[1 + new Random(number).nextInt(1100)];
            Arrays.fill(path, (byte) ('a' + number % 2));
            byte[] name = Trees.bytes(Integer.toString(number));
            int from = Math.max(0, path.length - name.length);
            System.arraycopy(name, 0, path, from, path.length - from);
            return path;
        }
    },
    LONG_COMMON_PREFIX {
        @Override
        byte[] draw(Random random, int space) {
            return Trees.bytes("p".repeat(1000) + random.nextInt(space));
        }
    },
    PREFIXES_OF_ONE_ANOTHER {
        @Override
        byte[] draw(Random random, int space) {
            byte[] path = new byte[random.nextInt(Math.min(space, 900))];
            Arrays.fill(path, (byte) 0xFF);
            return path;
        }
    };

    abstract byte[] draw(Random random, int space);
}
