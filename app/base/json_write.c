/* Writing JSON with cJSON, which escapes and formats; the one file that includes it.
 * Out of memory stops the program, as everywhere. */
#include "base/json.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static cJSON *sure(cJSON *made) {
    if (!made) {
        abort();
    }
    return made;
}

static void put(JsonOut *parent, const char *key, cJSON *value) {
    cJSON_bool done = key ? cJSON_AddItemToObject(parent, key, sure(value))
                          : cJSON_AddItemToArray(parent, sure(value));
    if (!done) {
        abort();
    }
}

JsonOut *json_new_object(void) {
    return sure(cJSON_CreateObject());
}

JsonOut *json_new_list(void) {
    return sure(cJSON_CreateArray());
}

void json_add_text(JsonOut *object, const char *key, const char *text) {
    put(object, key, cJSON_CreateString(text));
}

void json_add_whole(JsonOut *object, const char *key, int64_t number) {
    char digits[24]; /* by hand: cJSON prints 15 digits and calls that near enough */
    snprintf(digits, sizeof digits, "%" PRId64, number);
    put(object, key, cJSON_CreateRaw(digits));
}

void json_add_number(JsonOut *object, const char *key, double number) {
    put(object, key, cJSON_CreateNumber(number));
}

void json_add_flag(JsonOut *object, const char *key, bool flag) {
    put(object, key, cJSON_CreateBool(flag));
}

JsonOut *json_add_object(JsonOut *object, const char *key) {
    cJSON *made = cJSON_CreateObject();
    put(object, key, made);
    return made;
}

JsonOut *json_add_list(JsonOut *object, const char *key) {
    cJSON *made = cJSON_CreateArray();
    put(object, key, made);
    return made;
}

void json_list_text(JsonOut *list, const char *text) {
    put(list, NULL, cJSON_CreateString(text));
}

void json_print(JsonOut *root, bool indent, Buf *out) {
    char *text = indent ? cJSON_Print(root) : cJSON_PrintUnformatted(root);
    if (!text) {
        abort();
    }
    buf_text(out, text);
    explicit_bzero(text, strlen(text));
    cJSON_free(text);
    cJSON_Delete(root);
}

void json_set_memory(void *(*take)(size_t), void (*give)(void *)) {
    cJSON_Hooks hooks = {.malloc_fn = take, .free_fn = give};
    cJSON_InitHooks(&hooks);
}
