/* Fields of the place: which they are, what may stand in them, who said them. */
#include "visit/place.h"
#include "base/text.h"
#include "base/utf8.h"
#include "visit/staff.h"

#include <stdio.h>
#include <string.h>

const char *const place_names[PLACE_FIELDS + 1] = {
    [PLACE_NAME] = "name",      [PLACE_SERVICE] = "service", [PLACE_PHONE] = "phone",
    [PLACE_TEXT] = "text",      [PLACE_EMAIL] = "email",     [PLACE_WEBSITE] = "website",
    [PLACE_DROP_IN] = "drop_in"};

const char **place_field(PlaceInfo *place, PlaceField field) {
    const char **const fields[PLACE_FIELDS] = {
        [PLACE_NAME] = &place->name,       [PLACE_SERVICE] = &place->service,
        [PLACE_PHONE] = &place->phone,     [PLACE_TEXT] = &place->text_phone,
        [PLACE_EMAIL] = &place->email,     [PLACE_WEBSITE] = &place->website,
        [PLACE_DROP_IN] = &place->drop_in,
    };
    return fields[field];
}

const char *place_text(const Place *place, PlaceField field) {
    PlaceInfo shown = place->shown;
    return *place_field(&shown, field);
}

/* Bytes of what stands at text when it may be shown; 0: it may not. */
static size_t shown_bytes(const char *text, size_t len) {
    uint32_t point = 0;
    int bytes = utf8_read(text, len, &point);
    bool shown =
        bytes > 0 && !utf8_forbidden(point) && point != '\n' && point != '{' && point != '}';
    return shown ? (size_t)bytes : 0;
}

bool place_line(const char *text, size_t len) {
    size_t at = 0;
    for (size_t bytes = 1; at < len && bytes > 0; at += bytes) {
        bytes = shown_bytes(text + at, len - at);
    }
    return at == len && len < PLACE_LINE;
}

void place_tidy(const char *text, char *out) {
    size_t used = 0, len = strlen(text);
    for (size_t at = 0; at < len;) {
        size_t bytes = shown_bytes(text + at, len - at);
        if (used + bytes >= PLACE_LINE) {
            break;
        }
        memcpy(out + used, text + at, bytes);
        used += bytes;
        at += bytes > 0 ? bytes : 1;
    }
    out[used] = '\0';
    text_tidy(out);
}

bool place_differs(Place *place, PlaceField field, const char *text) {
    bool needed = field == PLACE_SERVICE || field == PLACE_PHONE; /* pages for worried parents */
    return (text[0] || !needed) && strcmp(text, *place_field(&place->file, field)) != 0;
}

void place_say(Place *place, PlaceField field, const char *text) {
    const char **shown = place_field(&place->shown, field);
    place->said[field] = text != NULL;
    if (text) {
        text_set(place->text[field], PLACE_LINE, text);
        *shown = place->text[field];
    } else {
        *shown = *place_field(&place->file, field);
    }
}

/* Staff's words, in the store. A setting that is not there is "": what staff said stands behind a
 * mark. */

enum { PLACE_MARK = '=', PLACE_SETTING = 32 };

static void place_setting(PlaceField field, char out[PLACE_SETTING]) {
    snprintf(out, PLACE_SETTING, "place.%s", place_names[field]);
}

void staff_load_place(App *app) {
    app->place = (Place){.file = *app->library->place, .shown = *app->library->place};
    app->library->place = &app->place.shown;
    for (PlaceField i = 0; i < PLACE_FIELDS; i++) {
        char name[PLACE_SETTING], said[PLACE_LINE + 1] = "";
        place_setting(i, name);
        bool there = store_setting(app->store, name, said, sizeof said) == OK;
        if (there && said[0] == PLACE_MARK && place_line(said + 1, strlen(said + 1)) &&
            place_differs(&app->place, i, said + 1)) {
            place_say(&app->place, i, said + 1);
        }
    }
}

static void keep_place(App *app, PlaceField field, const char *setting, const char *text) {
    char name[PLACE_SETTING];
    place_setting(field, name);
    app->staff.err = store_set_setting(app->store, name, setting);
    if (app->staff.err == OK) {
        place_say(&app->place, field, text);
    }
}

void staff_say_place(App *app, PlaceField field, const char *text) {
    char setting[PLACE_LINE + 1] = {PLACE_MARK};
    place_tidy(text, setting + 1);
    if (place_differs(&app->place, field, setting + 1)) {
        keep_place(app, field, setting, setting + 1);
    } else {
        staff_put_place_back(app, field);
    }
}

void staff_put_place_back(App *app, PlaceField field) {
    keep_place(app, field, "", NULL);
}
