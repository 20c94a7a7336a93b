/* Looking into a value that was read: a member by its name, as the kind that is asked for. */
#include "base/json.h"

#include <math.h>
#include <string.h>

const Json *json_get(const Json *object, const char *key) {
    if (!object || object->kind != JSON_OBJECT) {
        return NULL;
    }
    const Json *member = object->child;
    while (member && strcmp(member->key, key) != 0) {
        member = member->next;
    }
    return member;
}

const char *json_text(const Json *object, const char *key, const char *fallback) {
    const Json *member = json_get(object, key);
    return member && member->kind == JSON_TEXT ? member->text : fallback;
}

bool json_is_whole(const Json *value) {
    const double most = 9007199254740992.0; /* 2^53: beyond it doubles skip whole numbers */
    return value && value->kind == JSON_NUMBER && fabs(value->number) <= most &&
           floor(value->number) == value->number;
}

int64_t json_whole(const Json *object, const char *key, int64_t fallback) {
    const Json *member = json_get(object, key);
    return json_is_whole(member) ? (int64_t)member->number : fallback;
}

bool json_true(const Json *object, const char *key) {
    const Json *member = json_get(object, key);
    return member && member->kind == JSON_TRUE;
}
