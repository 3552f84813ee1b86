// The least that a durable turn can cost: an epoll server on one thread that answers each ttrpc
// request with the same bytes once a record is in LMDB. What has come in at once is committed at
// once.
//
//   echo-commit FOLDER RECORD-BYTES REPLY-FILE
//
// Prints the port that it listens on.
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <lmdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { headerBytes = 10, inputBytes = 1 << 17, maximumEvents = 256, maximumDescriptors = 4096 };

struct connection {
    size_t count;
    unsigned char input[inputBytes];
};

static struct connection *connections[maximumDescriptors];
static unsigned char *output;
static size_t replyBytes;
static unsigned char *record;
static size_t recordBytes;
static MDB_env *environment;
static MDB_dbi database;
static uint64_t sequence;

static void check(int isRight, const char *what) {
    if (isRight) return;
    fprintf(stderr, "echo-commit: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void checkLMDB(int code, const char *what) {
    if (code == 0) return;
    fprintf(stderr, "echo-commit: %s: %s\n", what, mdb_strerror(code));
    exit(1);
}

static uint32_t readNumber(const unsigned char *bytes) {
    uint32_t number;
    memcpy(&number, bytes, 4);
    return ntohl(number);
}

static void openStore(const char *folder) {
    mkdir(folder, 0700);
    checkLMDB(mdb_env_create(&environment), "mdb_env_create");
    checkLMDB(mdb_env_set_mapsize(environment, (size_t)1 << 36), "mdb_env_set_mapsize");
    checkLMDB(mdb_env_set_maxdbs(environment, 1), "mdb_env_set_maxdbs");
    checkLMDB(mdb_env_open(environment, folder, MDB_NOTLS, 0600), "mdb_env_open");
    MDB_txn *transaction;
    checkLMDB(mdb_txn_begin(environment, NULL, 0, &transaction), "mdb_txn_begin");
    checkLMDB(mdb_dbi_open(transaction, "journal", MDB_CREATE | MDB_INTEGERKEY, &database),
              "mdb_dbi_open");
    checkLMDB(mdb_txn_commit(transaction), "mdb_txn_commit");
}

static void readReply(const char *path) {
    FILE *file = fopen(path, "rb");
    check(file != NULL, path);
    output = malloc(headerBytes + inputBytes);
    replyBytes = fread(output + headerBytes, 1, inputBytes, file);
    fclose(file);
}

static void append(MDB_txn *transaction) {
    sequence += 1;
    MDB_val key = {sizeof sequence, &sequence};
    MDB_val value = {recordBytes, record};
    checkLMDB(mdb_put(transaction, database, &key, &value, MDB_APPEND), "mdb_put");
}

static void answer(int descriptor, uint32_t stream) {
    uint32_t length = htonl((uint32_t)replyBytes);
    uint32_t number = htonl(stream);
    memcpy(output, &length, 4);
    memcpy(output + 4, &number, 4);
    output[8] = 2;
    output[9] = 0;
    size_t count = headerBytes + replyBytes;
    check(write(descriptor, output, count) == (ssize_t)count, "write");
}

static void drop(int descriptor) {
    free(connections[descriptor]);
    connections[descriptor] = NULL;
    close(descriptor);
}

int main(int argumentCount, char **arguments) {
    if (argumentCount != 4) {
        fprintf(stderr, "usage: echo-commit FOLDER RECORD-BYTES REPLY-FILE\n");
        return 64;
    }
    recordBytes = strtoul(arguments[2], NULL, 10);
    record = calloc(1, recordBytes + 1);
    readReply(arguments[3]);
    openStore(arguments[1]);

    int listener = socket(AF_INET, SOCK_STREAM, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_addr = {htonl(INADDR_LOOPBACK)}};
    socklen_t addressBytes = sizeof address;
    check(bind(listener, (struct sockaddr *)&address, addressBytes) == 0, "bind");
    check(listen(listener, 128) == 0, "listen");
    check(getsockname(listener, (struct sockaddr *)&address, &addressBytes) == 0, "getsockname");
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);

    int poll = epoll_create1(0);
    struct epoll_event event = {.events = EPOLLIN, .data = {.fd = listener}};
    check(epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event) == 0, "epoll_ctl");
    struct epoll_event events[maximumEvents];
    static struct { int descriptor; uint32_t stream; } pending[maximumEvents * 64];
    for (;;) {
        int count = epoll_wait(poll, events, maximumEvents, -1);
        size_t pendingCount = 0;
        MDB_txn *transaction = NULL;
        for (int index = 0; index < count; index++) {
            int descriptor = events[index].data.fd;
            if (descriptor == listener) {
                int accepted = accept(listener, NULL, NULL);
                check(accepted >= 0 && accepted < maximumDescriptors, "accept");
                int one = 1;
                setsockopt(accepted, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
                connections[accepted] = calloc(1, sizeof(struct connection));
                event.data.fd = accepted;
                check(epoll_ctl(poll, EPOLL_CTL_ADD, accepted, &event) == 0, "epoll_ctl");
                continue;
            }
            struct connection *from = connections[descriptor];
            ssize_t got = read(descriptor, from->input + from->count, inputBytes - from->count);
            if (got <= 0) {
                drop(descriptor);
                continue;
            }
            from->count += (size_t)got;
            size_t start = 0;
            while (from->count - start >= headerBytes) {
                size_t length = readNumber(from->input + start) + headerBytes;
                if (from->count - start < length) break;
                if (transaction == NULL) {
                    checkLMDB(mdb_txn_begin(environment, NULL, 0, &transaction), "mdb_txn_begin");
                }
                append(transaction);
                pending[pendingCount].descriptor = descriptor;
                pending[pendingCount].stream = readNumber(from->input + start + 4);
                pendingCount += 1;
                start += length;
            }
            memmove(from->input, from->input + start, from->count - start);
            from->count -= start;
        }
        if (transaction != NULL) checkLMDB(mdb_txn_commit(transaction), "mdb_txn_commit");
        for (size_t index = 0; index < pendingCount; index++) {
            if (connections[pending[index].descriptor] == NULL) continue;
            answer(pending[index].descriptor, pending[index].stream);
        }
    }
}
