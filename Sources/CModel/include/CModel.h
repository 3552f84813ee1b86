// The tables that understanding was trained to: read-only, part of the program, shared by all processes.
// Made by ops/train; each function takes and gives plain numbers, so that calling it is safe.
#pragma once

#include <stdint.h>

// Number of words of the table of English word vectors.
uint32_t baton_words(void);

// The row of the word with an FNV-1a hash; baton_words() when the table does not have it.
uint32_t baton_word_row(uint64_t hash);

// How alike two words are in meaning: the cosine of their vectors, from -1 to 1; 0 for a row out of range.
float baton_word_similarity(uint32_t left, uint32_t right);

// Number of components of a vector.
uint32_t baton_word_dimensions(void);

// A component of a word's vector, -127 to 127; 0 out of range.
int8_t baton_word_component(uint32_t row, uint32_t dimension);
