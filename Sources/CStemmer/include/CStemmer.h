// Snowball's stemmers (libstemmer) behind one function that takes and gives plain values, so that calling it is safe.
#pragma once

#include <stdint.h>

// The languages whose stemmers there are.
enum { baton_stemmer_english, baton_stemmer_german };

enum { baton_stemmer_maximum_bytes = 64 };

// A lower-case word in UTF-8: its bytes from the lowest of the first part on, those behind its length zero.
typedef struct {
    uint64_t parts[8];
    uint32_t length;
} baton_stemmer_word;

// The stem of a word, never longer than the word; a word of impossible length comes back as it is.
baton_stemmer_word baton_stem(uint32_t language, baton_stemmer_word word);
