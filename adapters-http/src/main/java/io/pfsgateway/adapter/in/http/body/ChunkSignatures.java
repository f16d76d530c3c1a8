package io.pfsgateway.adapter.in.http.body;

/** Follows the signatures of a body's chunks. Chunks come one after the other, the empty last one included. */
interface ChunkSignatures {
    /** Nobody's signatures: what is not signed, or need not be checked, is always right. */
    ChunkSignatures UNCHECKED = new ChunkSignatures() {
        @Override
        public void update(byte[] bytes, int offset, int length) {}

        @Override
        public void endChunk(ChunkHeader header) {}

        @Override
        public void endTrailer(Trailer trailer) {}
    };

    /** Takes in a run of the content of the chunk under way. */
    void update(byte[] bytes, int offset, int length);

    /** Refuses the chunk whose content has been taken in unless its header signs it. */
    void endChunk(ChunkHeader header) throws BodyProblem;

    /** Refuses the trailer unless it signs itself. */
    void endTrailer(Trailer trailer) throws BodyProblem;
}
