#pragma once
#include <stddef.h>
#include <stdint.h>

/// Continues a CRC-32C (Castagnoli; reflected polynomial 0x82F63B78) over `count` bytes.
/// Start with 0; feed the result back in to go on with the next piece. `count` may be 0.
/// Uses the processor's instruction where there is one.
uint32_t baton_crc32c(uint32_t crc, const void *_Nullable bytes, size_t count);

/// The same value without the processor's instruction, so that tests can compare the two.
uint32_t baton_crc32c_table(uint32_t crc, const void *_Nullable bytes, size_t count);
