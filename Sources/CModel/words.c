#include "CModel.h"

// The compiler has had #embed since long before it was standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The layout is described in ops/training/word_vectors.py.
static const _Alignas(8) unsigned char table[] = {
#embed "words.en.bin"
};

enum { header = 16, dimensions = 96 };

uint32_t baton_words(void) { return *(const uint32_t *)(table + 4); }

uint32_t baton_word_dimensions(void) { return dimensions; }

static const int8_t *vector(uint32_t row) {
    return (const int8_t *)table + header + 8 * (uint64_t)baton_words() + dimensions * (uint64_t)row;
}

uint32_t baton_word_row(uint64_t hash) {
    const uint64_t *hashes = (const uint64_t *)(table + header);
    uint32_t words = baton_words();
    // Hashes are spread nearly evenly, so that the place of one is known within a few.
    uint32_t low = (uint32_t)((hash >> 32) * words >> 32), high = low, step = 8;
    while (low > 0 && hashes[low] >= hash) {
        low -= low < step ? low : step;
        step *= 2;
    }
    step = 8;
    while (high < words && hashes[high] < hash) {
        high += words - high < step ? words - high : step;
        step *= 2;
    }
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (hashes[middle] < hash) low = middle + 1;
        else high = middle;
    }
    return low < words && hashes[low] == hash ? low : words;
}

float baton_word_similarity(uint32_t left, uint32_t right) {
    if (left >= baton_words() || right >= baton_words()) return 0;
    const int8_t *a = vector(left), *b = vector(right);
    int32_t product = 0;
    for (int i = 0; i < dimensions; i++) product += a[i] * b[i];
    float length = *(const float *)(table + 12);
    return (float)product / (length * length);
}

struct baton_word_signs baton_word_signs(uint32_t row) {
    struct baton_word_signs signs = {0, 0};
    if (row >= baton_words()) return signs;
    const int8_t *components = vector(row);
    for (int i = 0; i < 64; i++) signs.low |= (uint64_t)(components[i] > 0) << i;
    for (int i = 64; i < dimensions; i++) signs.high |= (uint64_t)(components[i] > 0) << (i - 64);
    return signs;
}

int8_t baton_word_component(uint32_t row, uint32_t dimension) {
    return row < baton_words() && dimension < dimensions ? vector(row)[dimension] : 0;
}
