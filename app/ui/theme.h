/* Themes: colours by role, sizes by name, lengths in u (about a millimetre).
 *
 * Nodes name roles and styles, never colours and pixels. A theme is one initialiser. Figures are
 * the design's: contrast of each pair that is used was computed (text >= 7:1, edges >= 3:1). */
#ifndef UI_THEME_H
#define UI_THEME_H

#include "ui/fonts.h"
#include "ui/geometry.h"

typedef enum Role {
    ROLE_NONE, /* nothing is drawn */
    ROLE_BG,
    ROLE_SURFACE,
    ROLE_SUNKEN,
    ROLE_INK,
    ROLE_MUTED,
    ROLE_LINE,
    ROLE_STROKE,
    ROLE_EDGE,
    ROLE_PRIMARY,
    ROLE_ON_PRIMARY,
    ROLE_PRIMARY_EDGE,
    ROLE_PRIMARY_TINT,
    ROLE_FOCUS,
    ROLE_FOCUS_GAP,
    ROLE_THREAD,
    ROLE_HOPE,
    ROLE_HOPE_TINT,
    ROLE_HARD,
    ROLE_HARD_TINT,
    ROLE_OUTCOME,
    ROLE_OUTCOME_TINT,
    ROLE_HELP,
    ROLE_HELP_TINT,
    ROLE_MET,
    ROLE_MET_TINT,
    ROLE_NOTYET,
    ROLE_NOTYET_TINT,
    ROLE_DECIDE,
    ROLE_DECIDE_TINT,
    ROLE_HIGHLIGHT,
    ROLE_HIGHLIGHT_INK,
    ROLE_HIGHLIGHT_BAR,
    ROLE_DISABLED,
    ROLE_ON_DISABLED,
    ROLE_COVER,
    ROLE_ON_COVER,
    ROLE_SEL_FILL,
    ROLE_SEL_INK,
    ROLE_SEL_STROKE,
    ROLE_COVER_THREAD,
    ROLE_COUNT
} Role;

typedef enum ThemeName {
    THEME_PAPER,
    THEME_NIGHT,
    THEME_CONTRAST,
    THEME_CREAM,
    THEME_COUNT
} ThemeName;

typedef struct Theme {
    const char *name;
    Colour colours[ROLE_COUNT];
} Theme;

extern const Theme themes[THEME_COUNT];

/* Name of a role as pictures use it, 'hopeTint'. */
extern const char *const role_names[ROLE_COUNT];

typedef enum Style {
    STYLE_OWN, /* what the control takes by itself; of a text: body */
    STYLE_SMALL,
    STYLE_BODY,
    STYLE_TITLE,
    STYLE_LEAD,
    STYLE_HEADING2,
    STYLE_HEADING1,
    STYLE_DISPLAY,
    STYLE_COVER, /* the heading of the cover, */
    STYLE_CLEAR, /* and of the last page */
    STYLE_KEY,
    STYLE_SAMPLE, /* small letters of each TextSize, whichever is chosen: STYLE_SAMPLE + size */
    STYLE_COUNT = STYLE_SAMPLE + 4
} Style;

/* The letters of a text: as chosen, or one of the two whatever is chosen. */
typedef enum Letters { LETTERS_CHOSEN, LETTERS_ANDIKA, LETTERS_DYSLEXIC } Letters;

typedef enum TextSize { SIZE_STANDARD, SIZE_LARGE, SIZE_LARGER, SIZE_LARGEST, SIZE_COUNT } TextSize;

extern const char *const size_names[]; /* 'standard' ..., NULL-terminated */
extern const char *const theme_names[];

/* The shape of a page, chosen by the panel and the text size. */
typedef enum Template { TEMPLATE_REGULAR, TEMPLATE_COMPACT, TEMPLATE_TALL, TEMPLATE_WIDE } Template;

/* The panel, and everything measured from it once. */
typedef struct Panel {
    int w, h; /* px */
    float w_mm, h_mm;
} Panel;

typedef struct Look {
    Panel panel;
    ThemeName theme;
    TextSize size;
    bool dyslexic;   /* OpenDyslexic letters */
    bool more_space; /* wider lines */
    bool less_motion;
    /* worked out by look_fit: */
    float u;       /* px of one u */
    float mm;      /* px of one millimetre across, */
    float mm_high; /* and upwards: pixels may be lower than wide */
    Template template_;
} Look;

/* Works out u, mm and the template from panel and size. */
void look_fit(Look *look);

/* n u in whole px. */
int look_px(const Look *look, float n);

/* The em of a style in u, before letters are rounded to whole px. */
float look_em(const Look *look, Style style);

/* By how much what stands beside words grows with them. */
float look_beside(const Look *look);

/* The font of a style. */
Font look_font(const Look *look, Style style, bool bold);
Font look_font_in(const Look *look, Letters letters, Style style, bool bold);

/* Height of a line in px, and from its top to the baseline of capitals that sit in its middle. */
int look_line(const Look *look, Style style);
int look_baseline(const Look *look, Style style);

/* A tall panel of much height for its width, as 1080x1920: room for large doors, choices and words
 * above them, which one that was turned upright has not. */
bool look_long(const Look *look);

/* Lines of a style that a share of the panel's height holds, at least one. */
int look_lines(const Look *look, Style style, float share);

/* Capital height in px: what accessibility rules measure. */
float look_capital(const Look *look, Style style);

#endif
