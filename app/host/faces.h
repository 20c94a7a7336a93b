/* The fonts: where they are, one SDL_ttf font for each face and size, and how wide texts are.
 *
 * To open a font is dear: its tables are read and checked anew. To change its size is cheap, but
 * throws its letters away. So a face has one font at first, which serves all sizes of the first
 * page, and only when sizes have changed some times does each get a font of its own. */
#ifndef HOST_FACES_H
#define HOST_FACES_H

#include "base/err.h"
#include "ui/fonts.h"

#include <SDL_ttf.h>
#include <stddef.h>

/* The longest text handed to SDL_ttf at once, in bytes: shaping costs more than its length. */
enum { FACES_TEXT_MOST = 512 };

typedef struct Faces Faces;

/* Looks into each of the folders (NULL-terminated), first one wins. Only Andika Regular is needed;
 * for other missing faces the nearest stands in. On failure one plain sentence in why. */
Err faces_open(const char *const *folders, char *why, size_t why_size, Faces **out);
void faces_close(Faces *faces); /* NULL is fine */

/* The folders to look into: first (may be NULL) and the system's. */
enum { FACES_FOLDERS = 6 };
void faces_folders(const char *first, const char *out[FACES_FOLDERS]);

/* The font of a face and size; borrowed until the next call. Never NULL. */
TTF_Font *faces_font(Faces *faces, Font font);

/* Width in px of len bytes in one line; remembered. */
int faces_width(Faces *faces, Font font, const char *text, int len);

/* Forgets the widths, and what the fonts themselves keep of the last text. */
void faces_wipe(Faces *faces);

#endif
