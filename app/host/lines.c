/* Owns the masks of recent lines of text. They show a parent's words: wiped before they go. */
#include "host/lines.h"

#include "base/utf8.h"
#include "base/wipe.h"
#include "ui/hash.h"

#include <stdlib.h>
#include <string.h>

static size_t line_bytes(const Line *line) {
    return (size_t)line->w * (size_t)line->h;
}

static void line_forget(Lines *lines, Line *line) {
    if (line->mask != NULL) {
        wipe(line->mask, line_bytes(line));
        free(line->mask);
        lines->bytes -= line_bytes(line);
    }
    *line = (Line){0};
}

void lines_wipe(Lines *lines) {
    for (int set = 0; set < LINES_SETS; set++) {
        for (int way = 0; way < LINES_WAYS; way++) {
            line_forget(lines, &lines->kept[set][way]);
        }
    }
}

static Line *oldest_of_all(Lines *lines) {
    Line *oldest = NULL;
    for (int set = 0; set < LINES_SETS; set++) {
        for (int way = 0; way < LINES_WAYS; way++) {
            Line *line = &lines->kept[set][way];
            if (line->mask != NULL && (oldest == NULL || line->used < oldest->used)) {
                oldest = line;
            }
        }
    }
    return oldest;
}

/* A row is empty when its first pixel is and each other equals the one before. */
static bool row_empty(const SDL_Surface *ink, int y) {
    const uint8_t *row = (const uint8_t *)ink->pixels + (size_t)y * (size_t)ink->pitch;
    return ink->w == 0 || (row[0] == 0 && memcmp(row, row + 1, (size_t)ink->w - 1) == 0);
}

/* Takes the rows that have ink out of SDL_ttf's surface, whose pixels are coverage; they are wiped
 * there. */
static void line_take(Line *line, const SDL_Surface *ink) {
    int top = 0, bottom = ink->h;
    while (top < bottom && row_empty(ink, top)) {
        top++;
    }
    while (bottom > top && row_empty(ink, bottom - 1)) {
        bottom--;
    }
    line->y += top;
    line->w = ink->w;
    line->h = bottom - top;
    line->mask = malloc(line_bytes(line) + 1); /* + 1: also for spaces alone */
    if (line->mask == NULL) {
        abort();
    }
    for (int y = 0; y < line->h; y++) {
        uint8_t *row = (uint8_t *)ink->pixels + (size_t)(top + y) * (size_t)ink->pitch;
        memcpy(line->mask + (size_t)y * (size_t)line->w, row, (size_t)line->w);
        explicit_bzero(row, (size_t)line->w);
    }
}

/* Some letters begin left of the pen (j); SDL_ttf then moves the whole line to the right. */
static int hook_of(TTF_Font *ttf, const char *text, size_t len) {
    uint32_t first = 0;
    int left = 0;
    if (utf8_read(text, len, &first) == UTF8_BAD ||
        TTF_GlyphMetrics32(ttf, first, &left, NULL, NULL, NULL, NULL) != 0) {
        return 0;
    }
    return left < 0 ? left : 0;
}

static void line_make(Lines *lines, Line *line, TTF_Font *ttf, const char *text, size_t len) {
    char copy[FACES_TEXT_MOST + 1];
    memcpy(copy, text, len);
    copy[len] = '\0';
    static const SDL_Color on = {255, 255, 255, 255}, off = {0, 0, 0, 255};
    SDL_Surface *ink = TTF_RenderUTF8_Shaded(ttf, copy, on, off);
    line->x = hook_of(ttf, copy, len);
    line->y = -TTF_FontAscent(ttf);
    explicit_bzero(copy, len);
    if (ink == NULL) { /* no width at all: nothing to show */
        ink = SDL_CreateRGBSurfaceWithFormat(0, 0, 0, 8, SDL_PIXELFORMAT_INDEX8);
        if (ink == NULL) {
            abort();
        }
    }
    line_take(line, ink);
    SDL_FreeSurface(ink);
    lines->bytes += line_bytes(line);
}

static const Line *line_find(Lines *lines, Faces *faces, const Op *op) {
    Font font = op->as.text.font;
    const char *text = op->as.text.text;
    size_t len = utf8_clip(text, (size_t)op->as.text.len, FACES_TEXT_MOST);
    uint64_t hash = hash_bytes((uint64_t)font.face << 16 | font.px, text, len);
    Line *set = lines->kept[hash & (LINES_SETS - 1)], *place = set;
    lines->clock++;
    for (int way = 0; way < LINES_WAYS; way++) {
        if (set[way].mask != NULL && set[way].hash == hash) {
            set[way].used = lines->clock;
            return &set[way];
        }
        if (set[way].used < place->used) {
            place = &set[way];
        }
    }
    line_forget(lines, place);
    while (lines->bytes > LINES_BYTES) {
        line_forget(lines, oldest_of_all(lines));
    }
    place->hash = hash;
    place->used = lines->clock;
    line_make(lines, place, faces_font(faces, font), text, len);
    return place;
}

static const Steps *steps_find(Lines *lines, uint32_t ground, uint32_t ink) {
    for (int i = 0; i < LINES_STEPS; i++) {
        Steps *steps = &lines->steps[i];
        if (steps->ground == ground && steps->ink == ink && steps->at[UINT8_MAX] == ink) {
            return steps;
        }
    }
    Steps *steps = &lines->steps[lines->next_steps];
    lines->next_steps = (lines->next_steps + 1) % LINES_STEPS;
    steps_make(steps, ground, ink);
    return steps;
}

void line_draw(Pixels *pixels, Lines *lines, Faces *faces, const Op *op, Rect within) {
    if (op->as.text.len <= 0) {
        return;
    }
    const Line *line = line_find(lines, faces, op);
    Rect at = {op->at.x + line->x, op->as.text.baseline + line->y, line->w, line->h};
    Rect seen = rect_meet(at, within);
    const Steps *steps = steps_find(lines, pixel_of(op->as.text.ground), pixel_of(op->colour));
    for (int y = seen.y; y < seen.y + seen.h; y++) {
        pixels_ink(pixels_row(pixels, seen.x, y),
                   line->mask + (size_t)(y - at.y) * (size_t)at.w + (seen.x - at.x), seen.w, steps);
    }
}
