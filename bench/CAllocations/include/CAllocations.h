// Counts what a thread allocates, by standing in for the C library's allocator in the program that is linked with it.
// Each function takes and gives plain numbers, so that calling it is safe.
#pragma once

#include <stdint.h>

// How often this thread has allocated memory so far.
uint64_t bench_allocations(void);

// How many bytes it asked for.
uint64_t bench_allocated_bytes(void);
