/* Lines and curves of a drawing, already in px of the picture. */
#ifndef HOST_SVG_PATH_H
#define HOST_SVG_PATH_H

#include <ft2build.h>
#include FT_OUTLINE_H

#include <stdbool.h>

enum { PATH_POINTS = 1024, PATH_PARTS = 64 };

/* x' = xx x + xy y + x0, y' = yx x + yy y + y0 */
typedef struct Matrix {
    float xx, xy, yx, yy, x0, y0;
} Matrix;

/* First one, then the other. */
Matrix matrix_then(Matrix first, Matrix second);

/* How much longer lines become. */
float matrix_scale(Matrix matrix);

typedef struct Path {
    Matrix matrix; /* laid over each point that is added */
    float x, y;    /* the pen, before the matrix */
    FT_Vector points[PATH_POINTS];
    char tags[PATH_POINTS];
    short ends[PATH_PARTS]; /* last point of each part */
    bool closed[PATH_PARTS];
    int count, parts;
    bool full; /* had no room: what was drawn so far is all */
} Path;

void path_start(Path *path, Matrix matrix);
void path_move(Path *path, float x, float y);
void path_line(Path *path, float x, float y);
void path_cubic(Path *path, float x1, float y1, float x2, float y2, float x, float y);
void path_close(Path *path);

/* A circle (w = h = 2 r) or a rectangle whose corners have the radius r. */
void path_rect(Path *path, float x, float y, float w, float h, float r);

/* SVG's path data: M L H V C S Q A Z in both cases. Stops at what it does not know. */
void path_data(Path *path, const char *data);

#endif
