// SQLite's FTS5 over the same articles and queries: porter stems, any of the words, bm25 with weights 5, 2 and 1.
//
//   fts5-search DATABASE ARTICLES QUERIES
//
// ARTICLES has a line an article, title, description and body between tabs; QUERIES a line a query, its words between
// spaces. Prints "ready" when the articles are in; then, for each line on standard input, runs all queries and prints
// of each a line: the nanoseconds that it took and the numbers of the articles found, best first.
#define _GNU_SOURCE
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *database;

static void fail(const char *what) {
    fprintf(stderr, "fts5-search: %s: %s\n", what, database ? sqlite3_errmsg(database) : "");
    exit(1);
}

static void run(const char *sql) {
    if (sqlite3_exec(database, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sql);
}

static FILE *open_file(const char *path) {
    FILE *file = fopen(path, "r");
    if (file == NULL) fail(path);
    return file;
}

static void load(const char *path) {
    run("create virtual table articles using fts5(title, description, body, tokenize = 'porter')");
    run("begin");
    sqlite3_stmt *insert;
    const char *sql = "insert into articles(title, description, body) values (?1, ?2, ?3)";
    if (sqlite3_prepare_v2(database, sql, -1, &insert, NULL) != SQLITE_OK) fail(sql);
    FILE *file = open_file(path);
    char *line = NULL;
    size_t room = 0;
    for (ssize_t length; (length = getline(&line, &room, file)) > 0;) {
        line[length - 1] = 0;
        char *rest = line;
        for (int column = 1; column <= 3; column++)
            sqlite3_bind_text(insert, column, strsep(&rest, "\t"), -1, SQLITE_TRANSIENT);
        if (sqlite3_step(insert) != SQLITE_DONE) fail("insert");
        sqlite3_reset(insert);
    }
    fclose(file);
    free(line);
    sqlite3_finalize(insert);
    run("commit");
    run("insert into articles(articles) values ('optimize')");
}

// Each word becomes a string of its own: FTS5 reads bare words such as NOT as operators.
static void quote(const char *words, char *query) {
    int open = 0;
    for (; *words != 0 && *words != '\n'; words++) {
        if (*words == ' ') {
            query = stpcpy(query, "\" OR ");
            open = 0;
        } else {
            if (!open) *query++ = '"';
            open = 1;
            *query++ = *words;
        }
    }
    strcpy(query, open ? "\"" : "");
}

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void search(sqlite3_stmt *select, const char *words) {
    static char query[1 << 16];
    long long found[10], start = now();
    int count = 0;
    quote(words, query);
    sqlite3_bind_text(select, 1, query, -1, SQLITE_STATIC);
    while (sqlite3_step(select) == SQLITE_ROW) found[count++] = sqlite3_column_int64(select, 0) - 1;
    if (sqlite3_reset(select) != SQLITE_OK) fail(query);
    printf("%lld", now() - start);
    for (int i = 0; i < count; i++) printf(" %lld", found[i]);
    putchar('\n');
}

int main(int count, char **arguments) {
    if (count != 4) fail("usage: fts5-search DATABASE ARTICLES QUERIES");
    if (sqlite3_open(arguments[1], &database) != SQLITE_OK) fail("open");
    run("pragma journal_mode = off");
    run("pragma synchronous = off");
    // All of it in memory, so that no read of the disk is measured.
    run("pragma cache_size = -1000000");
    load(arguments[2]);
    sqlite3_stmt *select;
    const char *sql = "select rowid from articles where articles match ?1 order by bm25(articles, 5, 2, 1) limit 10";
    if (sqlite3_prepare_v2(database, sql, -1, &select, NULL) != SQLITE_OK) fail(sql);
    puts("ready");
    fflush(stdout);
    char *line = NULL, command[16];
    size_t room = 0;
    while (fgets(command, sizeof command, stdin) != NULL) {
        FILE *file = open_file(arguments[3]);
        for (ssize_t length; (length = getline(&line, &room, file)) > 0;) {
            if (length > 4096) fail("a query is too long");
            search(select, line);
        }
        fclose(file);
        fflush(stdout);
    }
    free(line);
    sqlite3_finalize(select);
    sqlite3_close(database);
}
