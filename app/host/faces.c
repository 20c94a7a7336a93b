/* Owns the font files (mapped, so that all sizes share them) and the open fonts. Never draws. */
#include "host/faces.h"

#include "base/utf8.h"
#include "base/wipe.h"
#include "ui/hash.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    OPEN_MOST = 32,
    WIDTHS = 8192,
    WIDTH_WAYS = 4,
    PATH_SIZE = 512,
    FIRST_PX = 1,
    RESIZED_MOST = 8 /* about where another font would have been cheaper */
};

static const char *const file_names[FACE_COUNT] = {
    [FACE_REGULAR] = "Andika-Regular.ttf",
    [FACE_BOLD] = "Andika-Bold.ttf",
    [FACE_DYSLEXIC] = "OpenDyslexic-Regular.otf",
    [FACE_DYSLEXIC_BOLD] = "OpenDyslexic-Bold.otf",
};

/* What stands in for a face that is not there; the first has no stand-in. */
static const Face stand_in[FACE_COUNT] = {
    [FACE_REGULAR] = FACE_REGULAR,
    [FACE_BOLD] = FACE_REGULAR,
    [FACE_DYSLEXIC] = FACE_REGULAR,
    [FACE_DYSLEXIC_BOLD] = FACE_BOLD,
};

typedef struct FontFile {
    void *bytes; /* NULL: not there, or not looked for yet */
    size_t size;
    bool looked;
} FontFile;

typedef struct OpenFont {
    Font font;
    TTF_Font *ttf; /* NULL: free place */
    uint32_t used;
} OpenFont;

typedef struct Width {
    uint64_t hash; /* 0: free place */
    int width;
} Width;

struct Faces {
    char *folders[FACES_FOLDERS]; /* ends with NULL */
    FontFile files[FACE_COUNT];
    OpenFont open[OPEN_MOST];
    uint32_t clock;
    int resized[FACE_COUNT]; /* how often its font was given another size */
    Width widths[WIDTHS];
};

void faces_folders(const char *first, const char *out[FACES_FOLDERS]) {
    int count = 0;
    if (first != NULL) {
        out[count++] = first;
    }
    out[count++] = "/usr/local/share/fonts";
    out[count++] = "/usr/share/fonts/truetype/andika";
    out[count++] = "/usr/share/fonts/opentype/opendyslexic";
    out[count] = NULL;
}

static FontFile file_map(const char *path) {
    FontFile file = {NULL, 0, true};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) {
        return file;
    }
    struct stat info;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0) {
        void *bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        if (bytes != MAP_FAILED) {
            file = (FontFile){bytes, (size_t)info.st_size, true};
        }
    }
    close(fd);
    return file;
}

static TTF_Font *font_open(const FontFile *file, int px) {
    SDL_RWops *bytes = SDL_RWFromConstMem(file->bytes, (int)file->size);
    TTF_Font *font = TTF_OpenFontRW(bytes, 1, px);
    if (font != NULL) { /* letters this large look as good without, and keep their true widths */
        TTF_SetFontHinting(font, TTF_HINTING_NONE);
    }
    return font;
}

static void file_unmap(FontFile *file) {
    if (file->bytes != NULL) {
        munmap(file->bytes, file->size);
    }
    *file = (FontFile){NULL, 0, true};
}

/* Keeps an open font in the place that was used longest ago. */
static TTF_Font *font_keep(Faces *faces, Font font, TTF_Font *ttf) {
    OpenFont *place = faces->open;
    for (int i = 1; i < OPEN_MOST; i++) {
        if (faces->open[i].used < place->used) {
            place = &faces->open[i];
        }
    }
    if (place->ttf != NULL) {
        TTF_CloseFont(place->ttf);
    }
    *place = (OpenFont){font, ttf, ++faces->clock};
    return ttf;
}

/* A file that is there but is no font counts as missing. The font that shows it is kept: the first
 * size that is asked for takes it over. */
static void file_find(Faces *faces, Face face) {
    FontFile *file = &faces->files[face];
    file->looked = true;
    for (char **folder = faces->folders; *folder != NULL && file->bytes == NULL; folder++) {
        char path[PATH_SIZE];
        snprintf(path, sizeof path, "%s/%s", *folder, file_names[face]);
        *file = file_map(path);
        TTF_Font *font = file->bytes == NULL ? NULL : font_open(file, FIRST_PX);
        if (font != NULL) {
            font_keep(faces, (Font){(uint8_t)face, FIRST_PX}, font);
        } else {
            file_unmap(file);
        }
    }
}

/* The face, or the one that stands in. A face is looked for when it is first used: most visits need
 * no OpenDyslexic. */
static Face face_there(Faces *faces, Face face) {
    if (!faces->files[face].looked) {
        file_find(faces, face);
    }
    bool missing = faces->files[face].bytes == NULL && stand_in[face] != face;
    return missing ? face_there(faces, stand_in[face]) : face;
}

Err faces_open(const char *const *folders, char *why, size_t why_size, Faces **out) {
    if (TTF_Init() != 0) {
        snprintf(why, why_size, "The letters cannot be drawn (SDL_ttf: %s).", TTF_GetError());
        return ERR_IO;
    }
    Faces *faces = calloc(1, sizeof *faces);
    if (faces == NULL) {
        abort();
    }
    for (int i = 0; i + 1 < FACES_FOLDERS && folders[i] != NULL; i++) {
        faces->folders[i] = strdup(folders[i]);
        if (faces->folders[i] == NULL) {
            abort();
        }
    }
    file_find(faces, FACE_REGULAR);
    if (faces->files[FACE_REGULAR].bytes == NULL) {
        faces_close(faces);
        snprintf(why, why_size,
                 "The font Andika (%s) is not on this computer: install fonts-sil-andika.",
                 file_names[FACE_REGULAR]);
        return ERR_NOT_FOUND;
    }
    *out = faces;
    return OK;
}

void faces_close(Faces *faces) {
    if (faces == NULL) {
        return;
    }
    for (int i = 0; i < OPEN_MOST; i++) {
        if (faces->open[i].ttf != NULL) {
            TTF_CloseFont(faces->open[i].ttf);
        }
    }
    for (int i = 0; i < FACE_COUNT; i++) {
        file_unmap(&faces->files[i]);
    }
    for (int i = 0; i < FACES_FOLDERS; i++) {
        free(faces->folders[i]);
    }
    free(faces);
    TTF_Quit();
}

TTF_Font *faces_font(Faces *faces, Font font) {
    Face face = face_there(faces, (Face)font.face);
    font.face = (uint8_t)face;
    OpenFont *other = NULL; /* of this face */
    for (int i = 0; i < OPEN_MOST; i++) {
        OpenFont *open = &faces->open[i];
        if (open->ttf != NULL && open->font.face == font.face) {
            other = open;
            if (open->font.px == font.px) {
                open->used = ++faces->clock;
                return open->ttf;
            }
        }
    }
    if (other != NULL && faces->resized[face] < RESIZED_MOST) {
        faces->resized[face]++;
        TTF_SetFontSize(other->ttf, font.px);
        *other = (OpenFont){font, other->ttf, ++faces->clock};
        return other->ttf;
    }
    TTF_Font *ttf = font_open(&faces->files[face], font.px);
    if (ttf == NULL) {
        abort(); /* the file opened before: only memory can be missing */
    }
    return font_keep(faces, font, ttf);
}

static int width_of(TTF_Font *ttf, const char *text, size_t len) {
    char line[FACES_TEXT_MOST + 1];
    int width = 0;
    memcpy(line, text, len);
    line[len] = '\0';
    TTF_SizeUTF8(ttf, line, &width, NULL);
    explicit_bzero(line, len);
    return width;
}

int faces_width(Faces *faces, Font font, const char *text, int len) {
    if (len <= 0) {
        return 0;
    }
    uint64_t key = (uint64_t)font.face << 16 | font.px;
    uint64_t hash = hash_bytes(key, text, (size_t)len) | 1;
    Width *set = &faces->widths[hash & (WIDTHS - WIDTH_WAYS)];
    for (int way = 0; way < WIDTH_WAYS; way++) {
        if (set[way].hash == hash) {
            return set[way].width;
        }
    }
    TTF_Font *ttf = faces_font(faces, font);
    int width = 0;
    for (size_t left = (size_t)len; left > 0;) {
        size_t part = utf8_clip(text, left, FACES_TEXT_MOST);
        if (part == 0) {
            part = left < FACES_TEXT_MOST ? left : FACES_TEXT_MOST;
        }
        width += width_of(ttf, text, part);
        text += part;
        left -= part;
    }
    memmove(set + 1, set, (WIDTH_WAYS - 1) * sizeof *set); /* the oldest goes */
    set[0] = (Width){hash, width};
    return width;
}

/* SDL_ttf keeps the glyph numbers of a font's last text, and its shaper's freed memory may still
 * hold the letters: a long line of spaces takes their place. */
static void font_wipe(TTF_Font *ttf) {
    char spaces[FACES_TEXT_MOST + 1];
    memset(spaces, ' ', FACES_TEXT_MOST);
    spaces[FACES_TEXT_MOST] = '\0';
    TTF_SizeUTF8(ttf, spaces, NULL, NULL);
}

void faces_wipe(Faces *faces) {
    wipe(faces->widths, sizeof faces->widths);
    for (int i = 0; i < OPEN_MOST; i++) {
        if (faces->open[i].ttf != NULL) {
            font_wipe(faces->open[i].ttf);
        }
    }
}
