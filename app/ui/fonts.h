/* What the interface needs to know of fonts: how wide a text is. The host draws them; tests bring
 * a fixed one. Heights come from the theme (the fonts' capital height is known). */
#ifndef UI_FONTS_H
#define UI_FONTS_H

#include <stdint.h>

typedef enum Face { FACE_REGULAR, FACE_BOLD, FACE_DYSLEXIC, FACE_DYSLEXIC_BOLD, FACE_COUNT } Face;

typedef struct Font {
    uint8_t face; /* Face */
    uint16_t px;  /* em size */
} Font;

typedef struct Fonts {
    void *self;
    /* Width in px of len bytes of text in one line. */
    int (*width)(void *self, Font font, const char *text, int len);
} Fonts;

#endif
