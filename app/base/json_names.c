/* The names that the JSON reader has met, so that no object has one twice: RFC 8259 leaves open
 * which would count, and two readers of one file could see two different drafts. */
#include "base/json_inner.h"

#include <string.h>

/* Where the name of that object is, or the free place where it goes. */
static struct JsonName *name_place(const JsonNames *names, const Json *object, const char *key) {
    uint64_t hash = (uintptr_t)object;
    for (const char *at = key; *at; at++) {
        hash = (hash ^ (unsigned char)*at) * UINT64_C(1099511628211); /* FNV-1a */
    }
    size_t mask = names->size - 1, at = (size_t)(hash ^ hash >> 32) & mask;
    while (names->at[at].object &&
           (names->at[at].object != object || strcmp(names->at[at].key, key) != 0)) {
        at = (at + 1) & mask;
    }
    return &names->at[at];
}

static void names_grow(JsonReader *r) {
    enum { FIRST_SIZE = 64 };
    JsonNames old = r->names;
    r->names.size = old.size ? old.size * 2 : FIRST_SIZE;
    r->names.at = arena_take(r->arena, r->names.size * sizeof *r->names.at);
    for (size_t i = 0; i < old.size; i++) {
        if (old.at[i].object) {
            *name_place(&r->names, old.at[i].object, old.at[i].key) = old.at[i];
        }
    }
}

bool json_name_is_new(JsonReader *r, const Json *object, const char *key) {
    if (r->names.used * 2 >= r->names.size) {
        names_grow(r);
    }
    struct JsonName *place = name_place(&r->names, object, key);
    if (place->object) {
        return false;
    }
    *place = (struct JsonName){object, key};
    r->names.used++;
    return true;
}
