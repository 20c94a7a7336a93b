/* Out: {"format","version","written","draft","checksum","complete"}, in this order.
 * Back: strict reader, then the frame, then the checksum, then the draft, and only a draft that is
 * wholly right is handed on. A torn file lacks its end; a changed one fails its checksum.
 *
 * The checksum is SHA-256 over the draft's value in compact form, members in the order of the file:
 * other software makes it in one line. It finds damage; it is no seal against intent. */
#include "takeaway/as_json.h"
#include "takeaway/formats.h"

#include "base/json.h"
#include "outcome/draft_json.h"

#include <sodium.h>
#include <stdio.h>
#include <string.h>

static const char format_name[] = "talking-points-outcomes";

enum { CHECKSUM_SIZE = crypto_hash_sha256_BYTES * 2 + 1, MONTHS = 12, MONTH_LEN = 7 };

/* One value of a read tree, written anew. False for what no draft holds (null, parts of numbers,
 * zero in a text). */
static bool copy_value(const Json *value, JsonOut *parent, const char *key);

static bool copy_children(const Json *value, JsonOut *parent) {
    for (const Json *child = value->child; child; child = child->next) {
        if (!copy_value(child, parent, child->key)) {
            return false;
        }
    }
    return true;
}

static bool copy_text(const Json *value, JsonOut *parent, const char *key) {
    if (strlen(value->text) != value->len) {
        return false;
    }
    if (key) {
        json_add_text(parent, key, value->text);
    } else {
        json_list_text(parent, value->text);
    }
    return true;
}

static bool copy_value(const Json *value, JsonOut *parent, const char *key) {
    switch (value->kind) {
    case JSON_NULL:
        return false;
    case JSON_FALSE:
    case JSON_TRUE:
        json_add_flag(parent, key, value->kind == JSON_TRUE);
        return true;
    case JSON_NUMBER:
        if (!json_is_whole(value)) {
            return false;
        }
        json_add_whole(parent, key, (int64_t)value->number);
        return true;
    case JSON_TEXT:
        return copy_text(value, parent, key);
    case JSON_LIST:
        return copy_children(value, json_add_list(parent, key));
    case JSON_OBJECT:
        return copy_children(value, json_add_object(parent, key));
    }
    return false;
}

/* Prints and frees the tree. */
static void checksum_of(JsonOut *draft, char out[CHECKSUM_SIZE]) {
    Buf compact = {0};
    json_print(draft, false, &compact);
    unsigned char sum[crypto_hash_sha256_BYTES];
    crypto_hash_sha256(sum, (const unsigned char *)buf_string(&compact), compact.len);
    sodium_bin2hex(out, CHECKSUM_SIZE, sum, sizeof sum);
    buf_done(&compact);
}

void write_json(const Draft *draft, const Library *library, Date today, Buf *out) {
    (void)library;
    char checksum[CHECKSUM_SIZE];
    JsonOut *alone = json_new_object();
    draft_to_json(draft, alone);
    checksum_of(alone, checksum);

    JsonOut *root = json_new_object();
    json_add_text(root, "format", format_name);
    json_add_whole(root, "version", TAKEAWAY_VERSION);
    if (today.trusted) {
        char written[32];
        snprintf(written, sizeof written, "%04d-%02d", today.year, today.month);
        json_add_text(root, "written", written);
    }
    draft_to_json(draft, json_add_object(root, "draft"));
    json_add_text(root, "checksum", checksum);
    json_add_flag(root, "complete", true);
    json_print(root, true, out);
    buf_char(out, '\n');
}

/* "2026-11"; false for anything else. */
static bool read_month(const char *text, int *year, int *month) {
    if (strlen(text) != MONTH_LEN || text[4] != '-') {
        return false;
    }
    for (int i = 0; i < MONTH_LEN; i++) {
        if (i != 4 && (text[i] < '0' || text[i] > '9')) {
            return false;
        }
    }
    *year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
    *month = (text[5] - '0') * 10 + (text[6] - '0');
    return *year > 0 && *month >= 1 && *month <= MONTHS;
}

static bool known_member(const char *key) {
    static const char *const keys[] = {"format",   "version",  "written", "draft",
                                       "checksum", "complete", NULL};
    return name_index(keys, key) >= 0;
}

static Err read_frame(const Json *root, int *year, int *month) {
    if (strcmp(json_text(root, "format", ""), format_name) != 0) {
        return ERR_NOT_OURS;
    }
    int64_t version = json_whole(root, "version", 0);
    if (version > TAKEAWAY_VERSION) {
        return ERR_NEWER;
    }
    if (version < 1 || !json_true(root, "complete")) {
        return ERR_DAMAGED;
    }
    for (const Json *member = root->child; member; member = member->next) {
        if (!known_member(member->key)) {
            return ERR_DAMAGED;
        }
    }
    const Json *written = json_get(root, "written");
    *year = *month = 0;
    if (written && (written->kind != JSON_TEXT || strlen(written->text) != written->len ||
                    !read_month(written->text, year, month))) {
        return ERR_DAMAGED;
    }
    return OK;
}

static bool checksum_holds(const Json *root) {
    const Json *draft = json_get(root, "draft"), *sum = json_get(root, "checksum");
    if (!draft || draft->kind != JSON_OBJECT || !sum || sum->kind != JSON_TEXT ||
        sum->len != CHECKSUM_SIZE - 1) {
        return false;
    }
    char found[CHECKSUM_SIZE];
    JsonOut *again = json_new_object();
    bool plain = copy_children(draft, again);
    checksum_of(again, found);
    return plain && memcmp(found, sum->text, CHECKSUM_SIZE) == 0;
}

static Err read_root(const Json *root, Draft *out, int *year, int *month) {
    int written_year, written_month;
    Err err = read_frame(root, &written_year, &written_month);
    if (err != OK) {
        return err;
    }
    if (!checksum_holds(root)) {
        return ERR_DAMAGED;
    }
    err = draft_from_json(json_get(root, "draft"), out);
    if (err == OK) {
        *year = written_year;
        *month = written_month;
    }
    return err;
}

Err read_json(const char *bytes, size_t len, Draft *out, int *year, int *month) {
    if (len > TAKEAWAY_MOST) {
        return ERR_TOO_BIG;
    }
    Arena arena = {0};
    JsonError error = {0};
    const Json *root = json_read(&arena, bytes, len, &json_draft_limits, &error);
    Err err = root ? read_root(root, out, year, month) : ERR_DAMAGED;
    arena_done(&arena);
    return err;
}

Err takeaway_read(const char *bytes, size_t len, Draft *out) {
    int year, month;
    return read_json(bytes, len, out, &year, &month);
}
