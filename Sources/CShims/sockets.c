#define _GNU_SOURCE

#include "sockets.h"

int shim_accept(int listener, struct sockaddr_storage *address, socklen_t *length) {
    return accept4(listener, (struct sockaddr *)address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}

void shim_name_thread(const char *name) {
    pthread_setname_np(pthread_self(), name);
}
