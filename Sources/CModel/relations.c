#include "CModel.h"

// The compiler has had #embed since long before it was standard.
#pragma clang diagnostic ignored "-Wc23-extensions"

// The layout is described in ops/training/word_relations.py.
static const _Alignas(8) unsigned char table[] = {
#embed "relations.en.bin"
};

enum { header = 16 };

static uint32_t number(uint32_t place) { return ((const uint32_t *)table)[place]; }

static const uint32_t *pairs(void) {
    return (const uint32_t *)(table + header + 2 * (uint64_t)(number(1) + number(1) % 2));
}

static int has(const uint32_t *keys, uint32_t count, uint32_t key) {
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (keys[middle] < key) low = middle + 1;
        else high = middle;
    }
    return low < count && keys[low] == key;
}

uint32_t baton_word_base(uint32_t row) {
    return row < number(1) ? ((const uint16_t *)(table + header))[row] : row;
}

// A bit for each pair in a place of 2^18, set before main: nearly all pairs that are asked about are not related, and a
// search for each took a tenth of the time of an opening.
static uint8_t related[1 << 15];

static uint32_t bit(uint32_t key) { return key * 2654435761u >> 14; }

__attribute__((constructor)) static void mark_related(void) {
    for (uint32_t place = 0; place < number(2) + number(3); place++) {
        uint32_t at = bit(pairs()[place]);
        related[at / 8] |= (uint8_t)(1 << at % 8);
    }
}

int32_t baton_word_relation(uint32_t left, uint32_t right) {
    if (left >= number(1) || right >= number(1)) return 0;
    uint32_t key = left < right ? left << 16 | right : right << 16 | left;
    uint32_t at = bit(key);
    if (!(related[at / 8] >> at % 8 & 1)) return 0;
    if (has(pairs(), number(2), key)) return -1;
    return has(pairs() + number(2), number(3), key);
}
