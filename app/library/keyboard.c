/* keyboard.json: what the keys type, show and say. Where they are drawn is the interface's. */
#include "library/content.h"

#include <string.h>

enum { KEYS_ACROSS = 10 }; /* the layouts are drawn for ten columns */

static const float narrowest_key = 0.5F, a_hair = 0.01F;

static const char *const kind_names[] = {"text", "shift", "backspace", "layer", "space",
                                         "left", "right", "done",      NULL};
static const char *const key_members[] = {"kind", "text", "layer", "label",
                                          "say",  "more", "width", NULL};

static KeyKind read_kind(const Content *c, const Json *one) {
    return json_get(one, "kind") ? (KeyKind)content_name(c, one, "kind", kind_names) : KEY_TEXT;
}

/* What it types, or the layer it leads to; "" for the kinds that do something else. */
static const char *read_value(const Content *c, const Json *one, KeyKind kind) {
    if (kind == KEY_TEXT) {
        return content_text(c, one, "text");
    }
    if (json_get(one, "text")) {
        content_say(c, json_get(one, "text"), "only a key without a kind has \"text\"");
    }
    if (kind == KEY_LAYER) {
        return content_text(c, one, "layer");
    }
    return kind == KEY_SPACE ? " " : "";
}

static void read_key(const Content *c, const Json *one, Key *out) {
    *out = (Key){.value = "", .label = "", .say = "", .width = 1};
    if (!content_members(c, one, key_members)) {
        return;
    }
    out->kind = read_kind(c, one);
    out->value = read_value(c, one, out->kind);
    out->label = out->value;
    if (out->kind != KEY_TEXT || json_get(one, "label")) {
        out->label = content_maybe_empty(c, one, "label"); /* empty: it shows a picture */
    }
    out->say = content_text(c, one, "say");
    out->more = content_optional_text(c, one, "more");
    out->width = (float)content_optional_number(c, one, "width", 1);
    if (!(out->width >= narrowest_key && out->width <= KEYS_ACROSS)) {
        content_say(c, one, "\"width\" is in keys, from 0.5 to %d", KEYS_ACROSS);
        out->width = 1;
    }
}

static void read_row(const Content *c, const Json *one, KeyRow *out) {
    static const char *const members[] = {"indent", "keys", NULL};
    if (!content_members(c, one, members)) {
        return;
    }
    out->indent = (float)content_optional_number(c, one, "indent", 0);
    const Json *list = content_list(c, one, "keys");
    Key *keys = arena_take(c->arena, sizeof *keys * (size_t)list->count);
    float across = out->indent;
    for (const Json *key = list->child; key; key = key->next) {
        read_key(c, key, &keys[out->count]);
        across += keys[out->count++].width;
    }
    if (!(out->indent >= 0 && across <= KEYS_ACROSS + a_hair)) {
        content_say(c, one, "the row is %.2f keys wide, more than %d", (double)across, KEYS_ACROSS);
    }
    out->keys = keys;
}

static void read_layer(const Content *c, const Json *one, KeyLayer *out) {
    static const char *const members[] = {"id", "rows", NULL};
    if (!content_members(c, one, members)) {
        return;
    }
    out->id = content_text(c, one, "id");
    const Json *list = content_list(c, one, "rows");
    KeyRow *rows = arena_take(c->arena, sizeof *rows * (size_t)list->count);
    for (const Json *row = list->child; row; row = row->next) {
        read_row(c, row, &rows[out->row_count++]);
    }
    out->rows = rows;
}

static void check_layer_key(const Content *c, const Json *key, const Library *library) {
    const char *layer = json_text(key, "layer", NULL);
    if (layer && !library_layer(library, layer)) {
        content_say(c, key, "unknown layer \"%s\"", layer);
    }
}

/* A key that leads to no layer would be a dead end. */
static void check_layer_keys(const Content *c, const Json *layers, const Library *library) {
    for (const Json *layer = layers->child; layer; layer = layer->next) {
        const Json *rows = json_get(layer, "rows");
        for (const Json *row = rows ? rows->child : NULL; row; row = row->next) {
            const Json *keys = json_get(row, "keys");
            for (const Json *key = keys ? keys->child : NULL; key; key = key->next) {
                check_layer_key(c, key, library);
            }
        }
    }
}

void keyboard_read(const Content *c, Library *library) {
    static const char *const members[] = {"layers", NULL};
    if (!content_members(c, c->root, members)) {
        return;
    }
    const Json *list = content_list(c, c->root, "layers");
    KeyLayer *layers = arena_take(c->arena, sizeof *layers * (size_t)list->count);
    library->layers = layers;
    for (const Json *layer = list->child; layer; layer = layer->next) {
        read_layer(c, layer, &layers[library->layer_count++]);
    }
    content_check_ids(c, list, "id");
    check_layer_keys(c, list, library);
    if (!library_layer(library, "letters")) {
        content_say(c, list, "no layer \"letters\"");
    }
}

const KeyLayer *library_layer(const Library *library, const char *id) {
    for (int i = 0; i < library->layer_count; i++) {
        if (library->layers[i].id && strcmp(library->layers[i].id, id) == 0) {
            return &library->layers[i];
        }
    }
    return NULL;
}
