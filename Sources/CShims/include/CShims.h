#pragma once
#include "crc32c.h"
#include "sockets.h"
#include "threads.h"
