// The tables that understanding was trained to: read-only, part of the program, shared by all processes; and
// arithmetic that their like are made with.
// Made by ops/train; each function takes and gives plain numbers, so that calling it is safe.
#pragma once

#include <stdint.h>

// Sixteen numbers, which Swift has as SIMD16<Float>.
typedef float baton_floats __attribute__((ext_vector_type(16)));

// The square root of each: Swift takes them one by one.
static inline __attribute__((always_inline)) baton_floats baton_square_roots(baton_floats values) {
    return __builtin_elementwise_sqrt(values);
}

// Number of words of the table of English word vectors.
uint32_t baton_words(void);

// The row of the word with an FNV-1a hash; baton_words() when the table does not have it.
uint32_t baton_word_row(uint64_t hash);

// How alike two words are in meaning: the cosine of their vectors, from -1 to 1; 0 for a row out of range.
float baton_word_similarity(uint32_t left, uint32_t right);

// A bit for each component of a vector: whether it is above zero.
struct baton_word_signs {
    uint64_t low, high;
};

// The signs of a word's vector; none for a row out of range.
struct baton_word_signs baton_word_signs(uint32_t row);

// Number of components of a vector.
uint32_t baton_word_dimensions(void);

// A component of a word's vector, -127 to 127; 0 out of range.
int8_t baton_word_component(uint32_t row, uint32_t dimension);

// How much a word tells of a sentence, from 0 to 255: of a row out of range as much as can be.
uint8_t baton_word_telling(uint32_t row);

// The row of the base form of a word: of "broken" that of "break"; the row itself for most words.
uint32_t baton_word_base(uint32_t row);

// How the base forms of two words are related: -1 for opposites, 1 for words of one meaning, else 0.
int32_t baton_word_relation(uint32_t left, uint32_t right);

// What a feature weighs for each class of answers.
struct baton_answer_weights {
    int8_t yes, no, neutral;
};

// Number of rows of the weights of the answer model: a power of two.
uint32_t baton_answer_rows(void);

// The weights of a feature; 0 out of range.
struct baton_answer_weights baton_answer_weights(uint32_t row);

// What a weight of 1 stands for.
float baton_answer_scale(void);

// By what scores are divided so that a confidence is the share of right answers.
float baton_answer_temperature(void);

// A hash over the features of some statements, by which weights are known that were trained with other features.
uint64_t baton_answer_fingerprint(void);
