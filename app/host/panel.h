/* How large the panel is in millimetres, where somebody knows. */
#ifndef HOST_PANEL_H
#define HOST_PANEL_H

#include <stdbool.h>

typedef struct PanelSize {
    float w_mm, h_mm; /* 0: not known */
} PanelSize;

/* Of the display in use, for a window of w x h px. */
PanelSize panel_size(int w, int h);

/* From the description a monitor gives of itself (EDID, VESA). False when it says nothing. */
bool panel_from_edid(const unsigned char *edid, int len, PanelSize *out);

/* False for sizes that cannot be true of a kiosk's panel: many displays invent theirs. */
bool panel_sensible(PanelSize size, int w, int h);

#endif
