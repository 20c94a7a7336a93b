/* Reads tags one after the other and draws each shape as it comes. Owns nothing. */
#include "host/svg.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MOST = 8, VALUE_SIZE = 1024, HEX = 16 };

/* What a tag hands on to those inside it. */
typedef struct Pen {
    bool fill, stroke;
    Colour fill_colour, stroke_colour;
    float width, part;
    Matrix matrix;
} Pen;

typedef struct Reader {
    SvgPaint *paint;
    const Theme *theme;
    Pen pens[DEPTH_MOST];
    int depth;
    Path path;
} Reader;

typedef struct Tag {
    const char *name, *end; /* end: its '>' */
} Tag;

/* The value of an attribute; false when the tag has none of that name. */
static bool attribute(Tag tag, const char *name, char value[VALUE_SIZE]) {
    size_t len = strlen(name);
    for (const char *at = tag.name; (at = strstr(at, name)) != NULL && at < tag.end; at += len) {
        if ((at[-1] == ' ' || at[-1] == '\n') && at[len] == '=' && at[len + 1] == '"') {
            const char *from = at + len + 2;
            size_t size = strcspn(from, "\"");
            if (size >= VALUE_SIZE) {
                return false;
            }
            memcpy(value, from, size);
            value[size] = '\0';
            return true;
        }
    }
    return false;
}

static float number(Tag tag, const char *name, float otherwise) {
    char value[VALUE_SIZE];
    return attribute(tag, name, value) ? strtof(value, NULL) : otherwise;
}

static bool role_colour(const Reader *reader, const char *name, Colour *colour) {
    size_t len = strcspn(name, ")");
    for (int role = 0; role < ROLE_COUNT; role++) {
        if (strlen(role_names[role]) == len && memcmp(role_names[role], name, len) == 0) {
            *colour = reader->theme->colours[role];
            return true;
        }
    }
    return false;
}

/* Sets the colour; false: nothing is drawn. */
static bool colour_read(const Reader *reader, const char *value, Colour *colour) {
    static const char role[] = "var(--";
    if (strncmp(value, role, sizeof role - 1) == 0) {
        return role_colour(reader, value + sizeof role - 1, colour);
    }
    if (value[0] != '#') {
        return false;
    }
    unsigned long rgb = strtoul(value + 1, NULL, HEX);
    *colour = (Colour){(uint8_t)(rgb >> 16), (uint8_t)(rgb >> 8), (uint8_t)rgb};
    return true;
}

/* translate(x y) or rotate(degrees x y) */
static Matrix transform_read(const char *value) {
    Matrix matrix = {1, 0, 0, 1, 0, 0};
    const char *at = strchr(value, '(');
    float n[3] = {0, 0, 0};
    for (int i = 0; at != NULL && i < 3; i++) {
        char *behind = NULL;
        n[i] = strtof(at + 1, &behind);
        at = behind - 1;
    }
    if (strncmp(value, "rotate", strlen("rotate")) == 0) {
        float c = cosf(n[0] * (float)M_PI / 180), s = sinf(n[0] * (float)M_PI / 180);
        return (Matrix){c, -s, s, c, n[1] - c * n[1] + s * n[2], n[2] - s * n[1] - c * n[2]};
    }
    matrix.x0 = n[0];
    matrix.y0 = n[1];
    return matrix;
}

static Pen pen_read(const Reader *reader, Tag tag) {
    Pen pen = reader->pens[reader->depth];
    char value[VALUE_SIZE];
    if (attribute(tag, "fill", value)) {
        pen.fill = colour_read(reader, value, &pen.fill_colour);
    }
    if (attribute(tag, "stroke", value)) {
        pen.stroke = colour_read(reader, value, &pen.stroke_colour);
    }
    if (attribute(tag, "transform", value)) {
        pen.matrix = matrix_then(transform_read(value), pen.matrix);
    }
    pen.width = number(tag, "stroke-width", pen.width);
    pen.part *= number(tag, "opacity", 1);
    return pen;
}

static bool tag_is(Tag tag, const char *name) {
    size_t len = strlen(name);
    return strncmp(tag.name, name, len) == 0 && strchr(" \n/>", tag.name[len]) != NULL;
}

static bool shape_read(Tag tag, Path *path) {
    char value[VALUE_SIZE];
    if (tag_is(tag, "path") && attribute(tag, "d", value)) {
        path_data(path, value);
    } else if (tag_is(tag, "rect")) {
        path_rect(path, number(tag, "x", 0), number(tag, "y", 0), number(tag, "width", 0),
                  number(tag, "height", 0), number(tag, "rx", 0));
    } else if (tag_is(tag, "circle")) {
        float r = number(tag, "r", 0);
        path_rect(path, number(tag, "cx", 0) - r, number(tag, "cy", 0) - r, 2 * r, 2 * r, r);
    }
    return path->parts > 0;
}

static void tag_read(Reader *reader, Tag tag) {
    bool group = tag_is(tag, "g"), alone = tag.end[-1] == '/';
    if (tag_is(tag, "/g")) {
        reader->depth -= reader->depth > 0;
        return;
    }
    Pen pen = pen_read(reader, tag);
    if (group) {
        if (!alone && reader->depth + 1 < DEPTH_MOST) {
            reader->pens[++reader->depth] = pen;
        }
        return;
    }
    path_start(&reader->path, pen.matrix);
    if (!shape_read(tag, &reader->path)) {
        return;
    }
    if (pen.fill) {
        svg_paint_fill(reader->paint, &reader->path, pen.fill_colour, pen.part);
    }
    if (pen.stroke) {
        svg_paint_stroke(reader->paint, &reader->path, pen.width * matrix_scale(pen.matrix),
                         pen.stroke_colour, pen.part);
    }
}

/* From the drawing's own measure to px, and its middle to the middle. */
static bool matrix_fit(Tag tag, int w, int h, Matrix *matrix) {
    char value[VALUE_SIZE];
    float box[4];
    if (!attribute(tag, "viewBox", value)) {
        return false;
    }
    const char *at = value;
    for (int i = 0; i < 4; i++) {
        char *behind = NULL;
        box[i] = strtof(at, &behind);
        at = behind;
    }
    if (box[2] <= 0 || box[3] <= 0) {
        return false;
    }
    float across = (float)w / box[2], down = (float)h / box[3];
    bool slice = attribute(tag, "preserveAspectRatio", value) && strstr(value, "slice") != NULL;
    float scale = slice ? fmaxf(across, down) : fminf(across, down);
    *matrix = (Matrix){scale,
                       0,
                       0,
                       scale,
                       (float)w / 2 - scale * (box[0] + box[2] / 2),
                       (float)h / 2 - scale * (box[1] + box[3] / 2)};
    return true;
}

static bool next_tag(const char **at, Tag *tag) {
    const char *start = strchr(*at, '<');
    const char *end = start == NULL ? NULL : strchr(start, '>');
    if (end == NULL) {
        return false;
    }
    *tag = (Tag){start + 1, end};
    *at = end;
    return true;
}

bool svg_draw(SvgPaint *paint, const char *svg, const Theme *theme, int w, int h,
              uint32_t *pixels) {
    Tag tag;
    Reader *reader = malloc(sizeof *reader); /* mostly room for a path, which needs no clearing */
    if (reader == NULL) {
        abort();
    }
    reader->paint = paint;
    reader->theme = theme;
    reader->depth = 0;
    reader->pens[0] = (Pen){.fill = true, .fill_colour = {0, 0, 0}, .width = 1, .part = 1};
    bool drawing = next_tag(&svg, &tag) && tag_is(tag, "svg") &&
                   matrix_fit(tag, w, h, &reader->pens[0].matrix);
    if (drawing) {
        svg_paint_onto(paint, pixels, w, h);
        while (next_tag(&svg, &tag)) {
            tag_read(reader, tag);
        }
    }
    free(reader);
    return drawing;
}
