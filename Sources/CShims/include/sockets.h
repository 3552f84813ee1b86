#pragma once

// What the Glibc module leaves out or shows in a shape that Swift cannot call.

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

// The constants are casts or enums in the C headers, which Swift imports unevenly.
enum {
    shim_edge_triggered = 1u << 31,
};

/// A stream socket that neither blocks nor survives exec.
static inline int shim_stream_socket(int family, int non_blocking) {
    return socket(family, SOCK_STREAM | SOCK_CLOEXEC | (non_blocking ? SOCK_NONBLOCK : 0), 0);
}

/// accept4 is hidden behind _GNU_SOURCE.
int shim_accept(int listener, struct sockaddr_storage *address, socklen_t *length);

static inline int shim_set_integer_option(int fd, int level, int name, int value) {
    return setsockopt(fd, level, name, &value, sizeof value);
}

/// The pending error of a socket, or errno negated when it cannot be read.
static inline int shim_socket_error(int fd) {
    int value = 0;
    socklen_t length = sizeof value;
    return getsockopt(fd, SOL_SOCKET, SO_ERROR, &value, &length) == 0 ? value : errno;
}

static inline ssize_t shim_send(int fd, const void *bytes, size_t count) {
    return send(fd, bytes, count, MSG_NOSIGNAL);
}

static inline int shim_epoll_control(int epoll, int operation, int fd, uint32_t events,
                                     uint64_t data) {
    struct epoll_event event = {.events = events, .data = {.u64 = data}};
    return epoll_ctl(epoll, operation, fd, &event);
}

/// A signalfd for the signals whose numbers are given; they are blocked in the calling thread.
static inline int shim_signal_descriptor(const int *signals, int count) {
    sigset_t set;
    sigemptyset(&set);
    for (int index = 0; index < count; index++) {
        sigaddset(&set, signals[index]);
    }
    int code = pthread_sigmask(SIG_BLOCK, &set, NULL);
    if (code != 0) {
        errno = code;
        return -1;
    }
    return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

/// Keeps every signal away from the calling thread.
static inline void shim_block_all_signals(void) {
    sigset_t set;
    sigfillset(&set);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

/// Lets writing to a pipe that nobody reads any more fail, instead of ending the process.
static inline void shim_ignore_broken_pipes(void) {
    signal(SIGPIPE, SIG_IGN);
}

/// Asks for as many descriptors as the process may have.
static inline void shim_raise_descriptor_limit(void) {
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

/// pthread_setname_np is hidden behind _GNU_SOURCE.
void shim_name_thread(const char *name);
