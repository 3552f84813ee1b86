#include "CStemmer.h"

#include <libstemmer.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the parts of a word are its bytes in order");
_Static_assert(sizeof((baton_stemmer_word){0}.parts) == baton_stemmer_maximum_bytes, "a word fills its parts");

static const char *const names[] = {
    [baton_stemmer_english] = "english",
    [baton_stemmer_german] = "german",
};
enum { languages = sizeof names / sizeof *names };

// A stemmer works in a buffer of its own, so each thread has its own stemmers, made when it first needs them.
static _Thread_local struct sb_stemmer *stemmers[languages];

static pthread_key_t thread_end;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void delete_stemmers(void *of_thread) {
    struct sb_stemmer **all = of_thread;
    for (int i = 0; i < languages; i++) {
        sb_stemmer_delete(all[i]);
        all[i] = NULL;
    }
}

static void make_key(void) {
    if (pthread_key_create(&thread_end, delete_stemmers) != 0) abort();
}

static struct sb_stemmer *stemmer(uint32_t language) {
    if (stemmers[language] == NULL) {
        pthread_once(&once, make_key);
        stemmers[language] = sb_stemmer_new(names[language], NULL);
        // Words that are not stemmed would silently match nothing that was stored.
        if (stemmers[language] == NULL || pthread_setspecific(thread_end, stemmers) != 0) abort();
    }
    return stemmers[language];
}

baton_stemmer_word baton_stem(uint32_t language, baton_stemmer_word word) {
    if (language >= languages || word.length > sizeof word.parts) return word;
    struct sb_stemmer *own = stemmer(language);
    const sb_symbol *stem = sb_stemmer_stem(own, (const sb_symbol *)word.parts, (int)word.length);
    if (stem == NULL) abort();
    size_t length = (size_t)sb_stemmer_length(own);
    if (length > word.length) return word;
    baton_stemmer_word result = {.length = (uint32_t)length};
    memcpy(result.parts, stem, length);
    return result;
}
