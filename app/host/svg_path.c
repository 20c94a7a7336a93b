/* Owns nothing; all in fixed arrays. Coordinates are 26.6 fixed point, as FreeType has them. */
#include "host/svg_path.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const float fixed_one = 64;
/* A quarter of a circle as a cubic: distance of the handles, in radii. */
static const float quarter = 0.5522848F;

Matrix matrix_then(Matrix first, Matrix second) {
    Matrix a = first, b = second;
    return (Matrix){b.xx * a.xx + b.xy * a.yx,        b.xx * a.xy + b.xy * a.yy,
                    b.yx * a.xx + b.yy * a.yx,        b.yx * a.xy + b.yy * a.yy,
                    b.xx * a.x0 + b.xy * a.y0 + b.x0, b.yx * a.x0 + b.yy * a.y0 + b.y0};
}

float matrix_scale(Matrix matrix) {
    return sqrtf(fabsf(matrix.xx * matrix.yy - matrix.xy * matrix.yx));
}

void path_start(Path *path, Matrix matrix) {
    path->matrix = matrix;
    path->x = path->y = 0;
    path->count = path->parts = 0;
    path->full = false;
}

static void add(Path *path, float x, float y, int tag) {
    if (path->count == PATH_POINTS || path->parts == 0) {
        path->full = true;
        return;
    }
    Matrix m = path->matrix;
    path->points[path->count] = (FT_Vector){lrintf((m.xx * x + m.xy * y + m.x0) * fixed_one),
                                            lrintf((m.yx * x + m.yy * y + m.y0) * fixed_one)};
    path->tags[path->count] = (char)tag;
    path->ends[path->parts - 1] = (short)path->count++;
}

void path_move(Path *path, float x, float y) {
    if (path->parts == PATH_PARTS || path->count == PATH_POINTS) {
        path->full = true;
        return;
    }
    path->closed[path->parts++] = false;
    path->x = x;
    path->y = y;
    add(path, x, y, FT_CURVE_TAG_ON);
}

void path_line(Path *path, float x, float y) {
    path->x = x;
    path->y = y;
    add(path, x, y, FT_CURVE_TAG_ON);
}

void path_cubic(Path *path, float x1, float y1, float x2, float y2, float x, float y) {
    if (path->count + 3 > PATH_POINTS) { /* never half a curve */
        path->full = true;
        return;
    }
    add(path, x1, y1, FT_CURVE_TAG_CUBIC);
    add(path, x2, y2, FT_CURVE_TAG_CUBIC);
    path_line(path, x, y);
}

void path_close(Path *path) {
    if (path->parts > 0) {
        path->closed[path->parts - 1] = true;
    }
}

void path_rect(Path *path, float x, float y, float w, float h, float r) {
    float k = r * (1 - quarter);
    if (r <= 0) {
        path_move(path, x, y);
        path_line(path, x + w, y);
        path_line(path, x + w, y + h);
        path_line(path, x, y + h);
        path_close(path);
        return;
    }
    path_move(path, x + r, y);
    path_line(path, x + w - r, y);
    path_cubic(path, x + w - k, y, x + w, y + k, x + w, y + r);
    path_line(path, x + w, y + h - r);
    path_cubic(path, x + w, y + h - k, x + w - k, y + h, x + w - r, y + h);
    path_line(path, x + r, y + h);
    path_cubic(path, x + k, y + h, x, y + h - k, x, y + h - r);
    path_line(path, x, y + r);
    path_cubic(path, x, y + k, x + k, y, x + r, y);
    path_close(path);
}

/* Reads count numbers, separated by blanks, commas or just their signs. */
static bool numbers(const char **data, float *out, int count) {
    const char *at = *data;
    for (int i = 0; i < count; i++) {
        char *behind = NULL;
        at += strspn(at, " ,\n\t");
        out[i] = strtof(at, &behind);
        if (behind == at) {
            return false;
        }
        at = behind;
    }
    *data = at;
    return true;
}

static float angle_of(float x, float y) {
    return atan2f(y, x);
}

/* A circular arc from the pen to (x, y), as quarters or less. Ellipses are not drawn. */
static void arc(Path *path, float r, bool large, bool sweep, float x, float y) {
    float x0 = path->x, y0 = path->y;
    float dx = (x - x0) / 2, dy = (y - y0) / 2, half = hypotf(dx, dy);
    if (half <= 0) {
        return;
    }
    r = fmaxf(r, half);
    float away = sqrtf(r * r - half * half) / half * (large == sweep ? -1.0F : 1.0F);
    float cx = x0 + dx - away * dy, cy = y0 + dy + away * dx;
    float from = angle_of(x0 - cx, y0 - cy), turn = angle_of(x - cx, y - cy) - from;
    if (sweep && turn < 0) {
        turn += 2 * (float)M_PI;
    } else if (!sweep && turn > 0) {
        turn -= 2 * (float)M_PI;
    }
    int pieces = (int)ceilf(fabsf(turn) / ((float)M_PI_2 + 0.001F));
    float step = turn / (float)pieces, handle = 4.0F / 3 * tanf(step / 4) * r;
    for (int i = 1; i <= pieces; i++) {
        float a = from + step * (float)(i - 1), b = from + step * (float)i;
        float ax = cosf(a), ay = sinf(a), bx = cosf(b), by = sinf(b);
        float end_x = i == pieces ? x : cx + r * bx, end_y = i == pieces ? y : cy + r * by;
        path_cubic(path, cx + r * ax - handle * ay, cy + r * ay + handle * ax,
                   cx + r * bx + handle * by, cy + r * by - handle * bx, end_x, end_y);
    }
}

static void quadratic(Path *path, float x1, float y1, float x, float y) {
    float x0 = path->x, y0 = path->y;
    path_cubic(path, x0 + (x1 - x0) * 2 / 3, y0 + (y1 - y0) * 2 / 3, x + (x1 - x) * 2 / 3,
               y + (y1 - y) * 2 / 3, x, y);
}

typedef struct Pen {
    float start_x, start_y;   /* of the part */
    float handle_x, handle_y; /* the last cubic's second handle, for S */
    bool after_cubic;
} Pen;

static int numbers_of(char command) {
    switch (command) {
    case 'M':
    case 'L':
        return 2;
    case 'H':
    case 'V':
        return 1;
    case 'C':
        return 6;
    case 'S':
    case 'Q':
        return 4;
    case 'A':
        return 7;
    default:
        return 0;
    }
}

/* Turns relative numbers into absolute ones. Of an arc only the last two are a place. */
static void make_absolute(const Path *path, char command, float *n, int count) {
    for (int i = command == 'A' ? 5 : 0; i < count; i++) {
        bool across = command == 'A' ? i == 5 : command == 'H' || (command != 'V' && i % 2 == 0);
        n[i] += across ? path->x : path->y;
    }
}

static void draw(Path *path, Pen *pen, char command, const float *n) {
    bool was_cubic = pen->after_cubic;
    float hx = was_cubic ? 2 * path->x - pen->handle_x : path->x;
    float hy = was_cubic ? 2 * path->y - pen->handle_y : path->y;
    pen->after_cubic = command == 'C' || command == 'S';
    switch (command) {
    case 'M':
        path_move(path, n[0], n[1]);
        pen->start_x = n[0];
        pen->start_y = n[1];
        break;
    case 'L':
        path_line(path, n[0], n[1]);
        break;
    case 'H':
        path_line(path, n[0], path->y);
        break;
    case 'V':
        path_line(path, path->x, n[0]);
        break;
    case 'C':
        path_cubic(path, n[0], n[1], n[2], n[3], n[4], n[5]);
        pen->handle_x = n[2];
        pen->handle_y = n[3];
        break;
    case 'S':
        path_cubic(path, hx, hy, n[0], n[1], n[2], n[3]);
        pen->handle_x = n[0];
        pen->handle_y = n[1];
        break;
    case 'Q':
        quadratic(path, n[0], n[1], n[2], n[3]);
        break;
    case 'A':
        arc(path, n[0], n[3] != 0, n[4] != 0, n[5], n[6]);
        break;
    default:
        break;
    }
}

void path_data(Path *path, const char *data) {
    Pen pen = {0};
    char command = '\0';
    bool relative = false;
    for (;;) {
        data += strspn(data, " ,\n\t");
        if (strchr("MLHVCSQAZ", *data & ~0x20) != NULL && *data > '9') {
            command = (char)(*data & ~0x20);
            relative = *data != command;
            data++;
        }
        if (command == 'Z') {
            path_close(path);
            path->x = pen.start_x;
            path->y = pen.start_y;
            pen.after_cubic = false;
            command = '\0';
            continue;
        }
        float n[7];
        int count = numbers_of(command);
        if (count == 0 || !numbers(&data, n, count)) {
            return;
        }
        if (relative) {
            make_absolute(path, command, n, count);
        }
        draw(path, &pen, command, n);
        if (command == 'M') { /* more pairs after a move are lines */
            command = 'L';
        }
    }
}
