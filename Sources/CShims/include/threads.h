#pragma once

#include <stdint.h>

/// Lets every other thread go before the calling one; 0, or why that can't be.
int shim_yield_to_others(void);

/// Time of the processor that the calling thread has taken, in nanoseconds.
uint64_t shim_thread_nanoseconds(void);
