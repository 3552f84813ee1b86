#include "crc32c.h"

#include <string.h>

static uint32_t table[256];
static uint32_t (*implementation)(uint32_t, const uint8_t *, size_t);

static uint32_t update_table(uint32_t state, const uint8_t *bytes, size_t count) {
    while (count-- > 0)
        state = table[(state ^ *bytes++) & 0xFF] ^ (state >> 8);
    return state;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2")))
static uint32_t update_hardware(uint32_t state, const uint8_t *bytes, size_t count) {
    uint64_t wide = state;
    for (; count >= 8; bytes += 8, count -= 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        wide = __builtin_ia32_crc32di(wide, word);
    }
    state = (uint32_t)wide;
    while (count-- > 0)
        state = __builtin_ia32_crc32qi(state, *bytes++);
    return state;
}

static int has_hardware(void) {
    __builtin_cpu_init();
    return __builtin_cpu_supports("sse4.2");
}
#elif defined(__aarch64__)
#include <sys/auxv.h>

// Bit 7 of AT_HWCAP: the CRC32 instructions, optional in ARMv8.0 and always there since ARMv8.1.
#define HAS_CRC32 (1UL << 7)

__attribute__((target("crc")))
static uint32_t update_hardware(uint32_t state, const uint8_t *bytes, size_t count) {
    for (; count >= 8; bytes += 8, count -= 8) {
        uint64_t word;
        memcpy(&word, bytes, 8);
        state = __builtin_arm_crc32cd(state, word);
    }
    while (count-- > 0)
        state = __builtin_arm_crc32cb(state, *bytes++);
    return state;
}

static int has_hardware(void) { return (getauxval(AT_HWCAP) & HAS_CRC32) != 0; }
#else
static uint32_t update_hardware(uint32_t state, const uint8_t *bytes, size_t count) {
    return update_table(state, bytes, count);
}

static int has_hardware(void) { return 0; }
#endif

// Runs when the program is loaded, before any thread could ask for a checksum.
__attribute__((constructor))
static void choose_implementation(void) {
    for (uint32_t byte = 0; byte < 256; byte++) {
        uint32_t value = byte;
        for (int bit = 0; bit < 8; bit++)
            value = (value >> 1) ^ ((value & 1) ? 0x82F63B78u : 0u);
        table[byte] = value;
    }
    implementation = has_hardware() ? update_hardware : update_table;
}

uint32_t baton_crc32c(uint32_t crc, const void *bytes, size_t count) {
    return ~implementation(~crc, bytes, count);
}

uint32_t baton_crc32c_table(uint32_t crc, const void *bytes, size_t count) {
    return ~update_table(~crc, bytes, count);
}
