/* Drawn in a box of 640 by 88; the colours are classes of page.css. */
#include "takeaway/thread_svg.h"
#include "takeaway/escape.h"
#include "takeaway/sheet.h"

enum {
    WIDTH = 640,
    HEIGHT = 88,
    MIDDLE = HEIGHT / 2,
    FIRST = 64,  /* centre of the first knot */
    PITCH = 170, /* from knot to knot */
    RADIUS = 36,
    SAG = 26 /* how far the thread swings between two knots */
};

/* The interface's own icons, in a box of 24. */
static const char *const icons[STEP_COUNT] = {
    [STEP_HOPE] = "M5.5 16.5a6.5 6.5 0 0 1 13 0M2.500 16.500h19M12 4v2.500M4.500 8l1.700 1.600"
                  "M19.500 8l-1.700 1.600M7 20h10",
    [STEP_HARD] = "M2.500 19.500l6.500-12 4 7M10.500 19.500l5-8.500 6 8.500zM2.500 19.500h19",
    [STEP_OUTCOME] = "M6.500 21V4M6.500 4.500h11.500l-2.800 4 2.800 4H6.500M3.500 21h6",
    [STEP_HELP] = "M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17z"
                  "M12 15.600a3.600 3.600 0 1 0 0-7.200 3.600 3.600 0 0 0 0 7.200z"
                  "M6 6l3.400 3.400M18 6l-3.400 3.400M6 18l3.400-3.400M18 18l-3.400-3.400",
};

static const char *const names[STEP_COUNT] = {"hope", "hard", "outcome", "help"};

static bool has(unsigned said, int step) {
    return said >> step & 1u;
}

static int centre(int step) {
    return FIRST + step * PITCH;
}

/* From the edge of one knot to the edge of the next, one swing down and up. */
static void strand(unsigned said, int from, Buf *out) {
    int start = centre(from) + RADIUS, end = centre(from + 1) - RADIUS, third = (end - start) / 3;
    bool whole = has(said, from) && has(said, from + 1);
    buf_print(out, "<path class=\"%s\" d=\"M%d %dC%d %d %d %d %d %d\"/>\n",
              whole ? "strand" : "strand open", start, MIDDLE, start + third, MIDDLE + SAG,
              end - third, MIDDLE - SAG, end, MIDDLE);
}

static void knot(unsigned said, int step, Buf *out) {
    const int half_icon = 24; /* icons are drawn twice their size */
    buf_print(out,
              "<g class=\"%s%s\"><circle cx=\"%d\" cy=\"%d\" r=\"%d\"/>"
              "<path transform=\"translate(%d %d) scale(2)\" d=\"%s\"/></g>\n",
              names[step], has(said, step) ? "" : " open", centre(step), MIDDLE, RADIUS,
              centre(step) - half_icon, MIDDLE - half_icon, icons[step]);
}

void thread_drawing(unsigned said, const char *label, Buf *out) {
    buf_print(out, "<svg class=\"thread\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"", WIDTH,
              HEIGHT);
    escape_text(label, " ", out);
    buf_text(out, "\">\n");
    for (int step = 0; step + 1 < STEP_COUNT; step++) {
        strand(said, step, out);
    }
    for (int step = 0; step < STEP_COUNT; step++) {
        knot(said, step, out);
    }
    buf_text(out, "</svg>\n");
}

void thread_ornament(Buf *out) {
    buf_text(out, "<svg class=\"ornament\" viewBox=\"0 0 640 36\" aria-hidden=\"true\">"
                  "<path class=\"strand\" d=\"M3 20C90 4 150 32 230 20s60-18 66-6-18 16-12 4 40-10 "
                  "96 0 150 12 257-2\"/></svg>\n");
}
