#include "CModel.h"

// The layout is described in ops/training/README.md.
static const _Alignas(8) unsigned char table[] = {
#embed "answers.en.bin"
};

enum { header = 24 };

uint32_t baton_answer_rows(void) { return *(const uint32_t *)(table + 4); }

uint64_t baton_answer_fingerprint(void) { return *(const uint64_t *)(table + 8); }

float baton_answer_scale(void) { return *(const float *)(table + 16); }

float baton_answer_temperature(void) { return *(const float *)(table + 20); }

struct baton_answer_weights baton_answer_weights(uint32_t row) {
    struct baton_answer_weights weights = {0, 0, 0};
    if (row >= baton_answer_rows()) return weights;
    const int8_t *at = (const int8_t *)table + header + 3 * (uint64_t)row;
    weights.yes = at[0];
    weights.no = at[1];
    weights.neutral = at[2];
    return weights;
}
