#include "CModel.h"

// The compiler has had #embed since long before it was standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The layout is described in ops/training/sentence_vectors.py.
static const _Alignas(4) unsigned char table[] = {
#embed "sentences.en.bin"
};

enum { header = 16, dimensions = 96 };

uint32_t baton_sentence_dimensions(void) { return dimensions; }

int8_t baton_sentence_component(uint32_t row, uint32_t dimension) {
    if (row >= *(const uint32_t *)(table + 4) || dimension >= dimensions) return 0;
    return ((const int8_t *)table)[header + dimensions * (uint64_t)row + dimension];
}

float baton_sentence_length(uint32_t row) {
    int32_t square = 0;
    for (uint32_t i = 0; i < dimensions; i++) {
        int32_t component = baton_sentence_component(row, i);
        square += component * component;
    }
    return __builtin_sqrtf((float)square) / *(const float *)(table + 12);
}
