/* Inside the JSON reader: the place in the text, and what its files lend each other. Nobody else
 * includes this. */
#ifndef BASE_JSON_INNER_H
#define BASE_JSON_INNER_H

#include "base/json.h"

/* Every name read so far, with the object it is in: open addressing (json_names.c). */
typedef struct JsonNames {
    struct JsonName {
        const Json *object; /* NULL: free place */
        const char *key;
    } * at;
    size_t size, used; /* size: a power of two, or 0 */
} JsonNames;

typedef struct JsonReader {
    Arena *arena;
    const char *at, *end, *line_start;
    int line, depth, values;
    const JsonLimits *limits;
    JsonError *error;
    JsonNames names;
} JsonReader;

/* Notes the first reason with its place. Returns false, so that a reader can end with it. */
bool json_refuse(JsonReader *r, const char *why);

/* Reads a text from its opening to its closing quote, unescaped straight into the arena, of at most
 * `most` bytes. plain: nothing in it had to be looked at twice. json_string.c. */
bool json_read_text(JsonReader *r, size_t most, const char **text, size_t *len, bool *plain);

/* False when the object has that name already; else it has it from now on. json_names.c. */
bool json_name_is_new(JsonReader *r, const Json *object, const char *key);

#endif
