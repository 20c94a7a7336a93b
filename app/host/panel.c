/* Asks SDL where it knows, and otherwise the kernel for what the connected monitor says. */
#include "host/panel.h"

#include <SDL.h>
#include <glob.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    EDID_SIZE = 128,
    /* The first detailed timing: size in mm, low bytes and then both high halves. */
    EDID_TIMING_CLOCK = 54,
    EDID_MM_W = 66,
    EDID_MM_H = 67,
    EDID_MM_HIGH = 68,
    MOST_PPI = 400,
    LEAST_PPI = 40,
    INVENTED_PPI = 96 /* what an X server says that does not know */
};

static const float mm_per_inch = 25.4F;
static const float square_enough = 0.1F; /* how much pixels may be wider than high */
static const float same_ppi = 0.5F;

bool panel_from_edid(const unsigned char *edid, int len, PanelSize *out) {
    static const unsigned char start[] = {0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0};
    if (len < EDID_SIZE || memcmp(edid, start, sizeof start) != 0) {
        return false;
    }
    int clock = edid[EDID_TIMING_CLOCK] | edid[EDID_TIMING_CLOCK + 1] << 8;
    int w = edid[EDID_MM_W] | (edid[EDID_MM_HIGH] >> 4) << 8;
    int h = edid[EDID_MM_H] | (edid[EDID_MM_HIGH] & 15) << 8;
    if (clock == 0 || w == 0 || h == 0) {
        return false;
    }
    *out = (PanelSize){(float)w, (float)h};
    return true;
}

bool panel_sensible(PanelSize size, int w, int h) {
    if (size.w_mm <= 0 || size.h_mm <= 0) {
        return false;
    }
    float across = (float)w * mm_per_inch / size.w_mm, down = (float)h * mm_per_inch / size.h_mm;
    return across >= LEAST_PPI && across <= MOST_PPI && fabsf(across / down - 1) < square_enough;
}

static bool from_kernel(PanelSize *out) {
    glob_t found;
    if (glob("/sys/class/drm/card*-*/edid", 0, NULL, &found) != 0) {
        return false;
    }
    bool known = false;
    for (size_t i = 0; i < found.gl_pathc && !known; i++) {
        unsigned char edid[EDID_SIZE];
        FILE *file = fopen(found.gl_pathv[i], "rbe");
        if (file != NULL) {
            known = panel_from_edid(edid, (int)fread(edid, 1, sizeof edid, file), out);
            fclose(file);
        }
    }
    globfree(&found);
    return known;
}

PanelSize panel_size(int w, int h) {
    PanelSize size = {0, 0};
    float across = 0, down = 0;
    if (SDL_GetDisplayDPI(0, NULL, &across, &down) == 0 && across > 0 && down > 0 &&
        fabsf(across - INVENTED_PPI) > same_ppi) {
        SDL_DisplayMode mode;
        if (SDL_GetDesktopDisplayMode(0, &mode) == 0) {
            size = (PanelSize){(float)mode.w * mm_per_inch / across,
                               (float)mode.h * mm_per_inch / down};
        }
    } else if (strncmp(SDL_GetCurrentVideoDriver(), "KMSDRM", strlen("KMSDRM")) == 0) {
        from_kernel(&size);
    }
    return panel_sensible(size, w, h) ? size : (PanelSize){0, 0};
}
