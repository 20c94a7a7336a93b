/* JSON in and out.
 *
 * Reading is our own and strict (RFC 8259 grammar, UTF-8 in shortest form, no duplicate keys, no
 * text-direction marks, limits on everything): what comes from a stick may be hostile, and cJSON
 * accepts 17 of the 188 documents that a parser must refuse and forgets lines and lengths.
 * Writing is cJSON's, in json_write.c: the one file that knows it. */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum JsonKind {
    JSON_NULL,
    JSON_FALSE,
    JSON_TRUE,
    JSON_NUMBER,
    JSON_TEXT,
    JSON_LIST,
    JSON_OBJECT
} JsonKind;

typedef struct Json Json;
struct Json {
    JsonKind kind;
    int line;         /* where the value begins, from 1 */
    int count;        /* children of a list or object */
    bool plain;       /* of text: printable ASCII, nothing else */
    const char *key;  /* NULL unless in an object */
    const char *text; /* of JSON_TEXT: unescaped, NUL behind it */
    size_t len;       /* of text: a NUL may be inside */
    double number;
    const Json *child; /* first */
    const Json *next;
};

typedef struct JsonLimits {
    size_t bytes, key, text; /* bytes */
    int depth, values;
} JsonLimits;

extern const JsonLimits json_draft_limits;   /* 256 KiB, depth 16, 4,096 values: see design 3.3 */
extern const JsonLimits json_content_limits; /* files of our own content: larger */

typedef struct JsonError {
    int line, column; /* from 1, in bytes */
    const char *why;  /* static */
} JsonError;

/* The document as a tree in arena, or NULL with *error filled. */
const Json *json_read(Arena *arena, const char *bytes, size_t len, const JsonLimits *limits,
                      JsonError *error);

/* The member of an object; NULL when missing or object is NULL or no object. Case matters. */
const Json *json_get(const Json *object, const char *key);

/* The text of a member, or fallback. */
const char *json_text(const Json *object, const char *key, const char *fallback);

/* A whole number within +-2^53 of a member, or fallback. */
int64_t json_whole(const Json *object, const char *key, int64_t fallback);
bool json_is_whole(const Json *value);
bool json_true(const Json *object, const char *key);

/* Writing: values are made, put into an object or list (which then owns them), printed once.
 * Keys keep the order in which they were added. */
typedef struct cJSON JsonOut;

JsonOut *json_new_object(void);
JsonOut *json_new_list(void);
void json_add_text(JsonOut *object, const char *key, const char *text);
void json_add_whole(JsonOut *object, const char *key, int64_t number);
void json_add_number(JsonOut *object, const char *key, double number);
void json_add_flag(JsonOut *object, const char *key, bool flag);
JsonOut *json_add_object(JsonOut *object, const char *key); /* key NULL: parent is a list */
JsonOut *json_add_list(JsonOut *object, const char *key);
void json_list_text(JsonOut *list, const char *text);

/* Prints in one line or indented, frees the tree, adds no newline behind. */
void json_print(JsonOut *root, bool indent, Buf *out);

/* Memory for the writing: give must wipe. Before the first value is made. */
void json_set_memory(void *(*take)(size_t), void (*give)(void *));

#endif
